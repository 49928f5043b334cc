package layout

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// The image holds the program alone, runs as nobody in particular, and asks itself
// whether it is ready; what it copies is there.
func TestTheImageIsSmallAndNotRoot(t *testing.T) {
	text, err := os.ReadFile("Dockerfile")
	require.NoError(t, err)
	steps := map[string][]string{}
	for line := range strings.Lines(strings.ReplaceAll(string(text), "\\\n", " ")) {
		if word, rest, ok := strings.Cut(strings.TrimSpace(line), " "); ok && word != "#" {
			steps[word] = append(steps[word], rest)
		}
	}
	assert.Equal(t, "scratch", steps["FROM"][len(steps["FROM"])-1])
	assert.Equal(t, []string{"65532:65532"}, steps["USER"])
	require.Len(t, steps["HEALTHCHECK"], 1)
	assert.Contains(t, steps["HEALTHCHECK"][0], `CMD ["/usr/local/bin/mandategraph", "healthcheck"]`)
	for _, step := range steps["COPY"] {
		if words := strings.Fields(step); !strings.HasPrefix(words[0], "--from") {
			for _, source := range words[:len(words)-1] {
				found, err := filepath.Glob(source)
				require.NoError(t, err)
				assert.NotEmpty(t, found, source)
			}
		}
	}
}

// The server of the compose file waits for its database, and both have their password
// from the environment alone.
func TestTheComposeFileWaitsForItsDatabase(t *testing.T) {
	text, err := os.ReadFile("compose.yaml")
	require.NoError(t, err)
	var file struct {
		Services map[string]struct {
			Environment map[string]string
			Healthcheck struct{ Test []string }
			DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
			Volumes     []string
		}
		Volumes map[string]any
	}
	require.NoError(t, yaml.Unmarshal(text, &file))
	server, database := file.Services["server"], file.Services["database"]
	assert.Equal(t, "service_healthy", server.DependsOn["database"].Condition)
	assert.NotEmpty(t, database.Healthcheck.Test)
	assert.Equal(t, database.Environment["POSTGRES_PASSWORD"], server.Environment["PGPASSWORD"])
	assert.True(t, strings.HasPrefix(server.Environment["PGPASSWORD"], "${POSTGRES_PASSWORD:?"), "no password of ours")
	for name, service := range file.Services {
		for _, volume := range service.Volumes {
			kept, _, _ := strings.Cut(volume, ":")
			assert.Contains(t, file.Volumes, kept, name)
		}
	}
}
