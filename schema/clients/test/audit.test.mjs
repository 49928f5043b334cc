// The audit suite of GraphQL over HTTP, every audit of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serverAudits } from "graphql-http";

const audits = serverAudits({ url: process.env.ADDRESS + "/graphql", fetchFn: fetch });

test("the suite has all its audits", () => assert.equal(audits.length, 61));

for (const audit of audits) {
  test(audit.id + " " + audit.name, async () => {
    const result = await audit.fn();
    assert.equal(result.status, "ok", result.reason);
  });
}
