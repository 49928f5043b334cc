package fetch

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// robots knows what the hosts allow. What a host said is kept in the folder and
// holds for a day (RFC 9309, 2.4).
type robots struct {
	folder *Folder
	name   string // of this program
	client *http.Client
	pace   *rate.Limiter
	groups map[string]*robotstxt.Group // by scheme and host
}

const (
	robotsHold = 24 * time.Hour
	robotsMost = 512 << 10 // RFC 9309, 2.5
)

func newRobots(folder *Folder, agent string, client *http.Client, pace *rate.Limiter) *robots {
	name, _, _ := strings.Cut(agent, "/")
	return &robots{folder, name, client, pace, map[string]*robotstxt.Group{}}
}

// allow fails where the host of an address forbids it.
func (r *robots) allow(ctx context.Context, u *url.URL) error {
	host := u.Scheme + "://" + u.Host
	group := r.groups[host]
	if group == nil {
		rules, err := r.rules(ctx, host)
		if err != nil {
			return err
		}
		group = rules.FindGroup(r.name)
		if delay := rate.Every(group.CrawlDelay); group.CrawlDelay > 0 && delay < r.pace.Limit() {
			r.pace.SetLimit(delay)
		}
		r.groups[host] = group
	}
	if path := u.RequestURI(); !group.Test(path) {
		return &Failure{Kind: Forbidden, Detail: host + path}
	}
	return nil
}

// rules are those of a host: as kept, else as it says them now. A host that has none
// allows everything; one that does not answer is down.
func (r *robots) rules(ctx context.Context, host string) (*robotstxt.RobotsData, error) {
	_, name, _ := strings.Cut(host, "://")
	kept := filepath.Join(r.folder.path, ".robots-"+strings.ReplaceAll(name, ":", "-")+".txt")
	if info, err := os.Stat(kept); err == nil && time.Since(info.ModTime()) < robotsHold {
		if data, err := os.ReadFile(kept); err == nil {
			return parseRobots(data)
		}
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, host+"/robots.txt", nil)
	if err != nil {
		return nil, err
	}
	response, err := r.client.Do(request)
	if err != nil {
		return nil, unreachable(err)
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	var data []byte
	if f := refusal(response); f == nil {
		if data, err = io.ReadAll(io.LimitReader(response.Body, robotsMost)); err != nil {
			return nil, &Failure{Kind: Down, Detail: plainly(err)}
		}
	} else if f.Kind == Down {
		return nil, f
	}
	if err := writeWhole(kept, data); err != nil {
		return nil, err
	}
	return parseRobots(data)
}

// parseRobots reads the rules; what is no rule, as where a page stands in their
// place, forbids nothing.
func parseRobots(data []byte) (*robotstxt.RobotsData, error) {
	rules, err := robotstxt.FromBytes(data)
	if err != nil {
		return robotstxt.FromBytes(nil)
	}
	return rules, nil
}
