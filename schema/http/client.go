package httpapi

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// proxies say whom to believe about the address of a client.
type proxies struct {
	trusted []netip.Prefix
	header  string
}

// client names whoever sent a request: the address of the connection or, where
// that is a trusted proxy's, the last address of the header that is none. The name
// is empty for a loopback address: a proxy on this machine that is not trusted
// must tell its clients apart itself.
func (p *proxies) client(r *http.Request) string {
	name := clientName(r.RemoteAddr)
	if !p.trusts(r.RemoteAddr) {
		return name
	}
	hops := strings.Split(strings.Join(r.Header.Values(p.header), ","), ",")
	for _, hop := range slices.Backward(hops) {
		hop = strings.TrimSpace(hop)
		if hop == "" || p.trusts(hop) {
			continue
		}
		if _, err := netip.ParseAddr(hostOf(hop)); err != nil {
			break // nobody may call himself what he likes
		}
		return clientName(hop)
	}
	return name
}

// trusts reports whether an address, with or without a port, is that of a proxy.
func (p *proxies) trusts(address string) bool {
	if len(p.trusted) == 0 {
		return false
	}
	ip, err := netip.ParseAddr(hostOf(address))
	return err == nil && slices.ContainsFunc(p.trusted, func(prefix netip.Prefix) bool {
		return prefix.Contains(ip.Unmap().WithZone(""))
	})
}

// clientName is an address without its port. Of IPv6 it is the first half, which
// is what one customer has (RFC 6177); of loopback it is empty.
func clientName(address string) string {
	host := hostOf(address)
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	ip = ip.Unmap().WithZone("")
	if ip.IsLoopback() {
		return ""
	}
	if ip.Is6() {
		half, _ := ip.Prefix(64) // fails for longer ones only
		return half.String()
	}
	return ip.String()
}

func hostOf(address string) string {
	if host, _, err := net.SplitHostPort(address); err == nil {
		return host
	}
	return strings.Trim(address, "[]")
}
