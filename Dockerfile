# syntax=docker/dockerfile:1
# The program alone, without a shell, as a user who is not root. A store is kept in
# /data; MANDATEGRAPH_STORE names another one, such as a PostgreSQL database.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/mandategraph ./cmd/mandategraph \
    && mkdir -p /out/data/cache /out/tmp && chmod 1777 /out/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /out/mandategraph /usr/local/bin/mandategraph
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build --chown=65532:65532 /out/tmp /tmp
COPY LICENSE /LICENSE
USER 65532:65532
ENV MANDATEGRAPH_STORE=bbolt:/data/mandategraph.db XDG_CACHE_HOME=/data/cache
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/usr/local/bin/mandategraph", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/mandategraph"]
CMD ["serve", "--create", "--listen", "0.0.0.0:8080"]
