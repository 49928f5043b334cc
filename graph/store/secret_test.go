package store

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPasswordsAreNeverShown(t *testing.T) {
	for _, url := range []string{
		"postgres://reader:s3cr3t@127.0.0.1:1/db",
		"postgres://reader:p@s3cr3t/x@127.0.0.1:1/db",
		"postgres://reader:s3cr3t%zz@127.0.0.1:1/db",
		"postgres://reader@127.0.0.1:1/db?password=s3cr3t",
		"postgres://127.0.0.1:1/db?user=reader&sslpassword=s3cr3t&connect_timeout=1",
		"postgres://reader:s3cr3t@127.0.0.1:1/db?sslmode=nonsense",
		"postgre://reader:s3cr3t@127.0.0.1/db",
		"postgres//reader:s3cr3t@127.0.0.1/db",
		"postgres:reader:s3cr3t@127.0.0.1/db",
		"reader:s3cr3t@127.0.0.1/db",
		"host=127.0.0.1 user=reader password=s3cr3t",
		"host=127.0.0.1 password='s3cr3t s3cr3t'",
		"Postgres://127.0.0.1/db?PASSWORD=s3cr3t",
	} {
		assert.NotContains(t, Redacted(url), "s3cr3t")
		_, err := Open(context.Background(), url, Options{ReadOnly: true})
		require.Error(t, err, url)
		assert.NotContains(t, err.Error(), "s3cr3t", url)
	}
	assert.Equal(t, "postgres://reader:xxxxx@host/db?sslmode=require", Redacted("postgres://reader:s3cr3t@host/db?sslmode=require"))
	for _, url := range []string{"postgres://reader@host/db", "bbolt:/data/a:b@c.db", "mem:"} {
		assert.Equal(t, url, Redacted(url), "nothing is secret")
	}
}
