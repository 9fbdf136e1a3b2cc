"""Round trips of `consilium mcp` with the clients of PyPI: mcp (every revision it speaks) and fastmcp.

usage: mcp_round_trips.py PROGRAM [stdio|http ...]
Prints a line for each operation and ends with 1 when one of them fails.
"""
import asyncio, json, os, re, subprocess, sys, tempfile, time

import anyio
from mcp import Client
from mcp.client.extension import advertise
from mcp.client.stdio import StdioServerParameters
from mcp_types import ElicitResult

PROGRAM = os.path.abspath(sys.argv[1])
WIRE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "mcp_wire.py")
TRANSPORTS = sys.argv[2:] or ["stdio", "http"]
REQUEST = "a private S3 bucket named reports in eu-west-1 with a domain name"
BROKEN = 'resource "aws_s3_bucket" "a" {\n  bukcet = "x"\n}\n'
GOOD = 'resource "aws_s3_bucket" "a" {\n  bucket = "x-reports"\n}\n'
PLAN = {"format_version": "1.2", "terraform_version": "1.11.0", "resource_changes": [
    {"address": "aws_s3_bucket.a", "mode": "managed", "type": "aws_s3_bucket", "name": "a",
     "provider_name": "registry.terraform.io/hashicorp/aws",
     "change": {"actions": ["delete", "create"], "before": {"bucket": "x"}, "after": {"bucket": "y"},
                "after_unknown": {}, "replace_paths": [["bucket"]]}}]}
ROLES = """apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: cleaner}
rules: [{apiGroups: [""], resources: [pods], verbs: [delete]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: cleaners}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cleaner}
subjects: [{kind: ServiceAccount, name: broom, namespace: tools}]
"""
POD = """apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: "web:1", ports: [{containerPort: 8080}]}]}
"""
counts = {"passed": 0, "failed": 0}


class Cell:
    def __init__(self, name):
        self.name = name

    def check(self, what, good, shown=""):
        counts["passed" if good else "failed"] += 1
        if not good:
            print(f"FAILED {self.name}: {what} {shown}", flush=True)


def environment(folder):
    kept = {k: v for k, v in os.environ.items()
            if k in ("PATH", "HOME", "CONSILIUM_HOME", "LANG", "TMPDIR")}
    return kept | {"XDG_STATE_HOME": f"{folder}/state", "XDG_CACHE_HOME": f"{folder}/cache"}


def files(text, name="main.tf"):
    return {"files": [{"path": name, "content": text}]}


async def fails(call):
    try:
        await call
    except Exception as error:  # noqa: BLE001: which kind it is differs between the clients
        return error
    return None


async def operations(cell, client, modern, asked):
    c = cell.check
    tools = (await client.list_tools()).tools
    c("lists tools", len(tools) >= 10 and {"consult", "check", "price"} <= {t.name for t in tools})
    c("every tool has schemas", all(t.input_schema and t.output_schema for t in tools))
    c("every tool has annotations", all(t.annotations for t in tools))
    c("same order again", [t.name for t in (await client.list_tools()).tools] == [t.name for t in tools])
    r = await client.call_tool("check", files(BROKEN))
    c("check: invalid", r.structured_content["verdict"] == "invalid")
    r = await client.call_tool("check", files(GOOD))
    c("check: valid", r.structured_content["verdict"] == "valid", r.structured_content)
    c("text is the structure", json.loads(r.content[0].text) == r.structured_content)
    r = await client.call_tool("propose_patch", files(BROKEN))
    c("patch", "+  bucket" in r.structured_content["diff"], r.structured_content)
    r = await client.call_tool("cost", files('resource "aws_instance" "a" {\n  ami = "ami-1"\n  instance_type = "t3.micro"\n}\n') | {"region": "us-east-1"})
    c("cost", r.structured_content["monthly"]["expected"] > 5, r.structured_content)
    r = await client.call_tool("advise", files('resource "aws_ebs_volume" "a" {\n  availability_zone = "us-east-1a"\n  size = 100\n  type = "gp2"\n}\n'))
    c("advise", not r.is_error and "recommendations" in r.structured_content, r.content[:1])
    r = await client.call_tool("explain_plan", files(json.dumps(PLAN), "plan.json"))
    c("plan", r.structured_content and r.structured_content["counts"] == {"replace": 1}, r.content[:1])
    r = await client.call_tool("can", files(ROLES, "roles.yaml") | {"action": "delete", "resource": "pods"})
    c("who can", not r.is_error and "answers" in r.structured_content, r.content[:1])
    r = await client.call_tool("reach", files(POD, "pod.yaml"))
    c("reach", not r.is_error and r.structured_content["reach"], r.content[:1])
    r = await client.call_tool("resource_schema", {"type": "aws_s3_bucket"})
    c("schema", "bucket" in r.structured_content["schema"])
    r = await client.call_tool("resource_schema", {"type": "aws_no_such"})
    c("schema of nothing is an error of the tool", r.is_error)
    r = await client.call_tool("price", {"words": ["t3.micro"], "region": "us-east-1"})
    c("price", r.structured_content["facts"], r.structured_content)
    r = await client.call_tool("check", {"files": []})
    c("arguments that do not fit are an error of the tool", r.is_error)
    c("an unknown tool is a fault", await fails(client.call_tool("no_such", {})))
    r = await client.call_tool("check", {"path": "/etc/passwd"})
    c("no file outside", r.is_error)
    r = await client.call_tool("check", files(GOOD, "../../x.tf"))
    c("no path that leads out", r.is_error)
    progress = []

    async def heard(done, total, message):
        progress.append((done, total, message))

    r = await client.call_tool("consult", {"request": REQUEST, "mode": "solo"}, progress_callback=heard)
    c("consult", not r.is_error and r.structured_content["run"], r.content[:1])
    run = r.structured_content["run"]
    c("progress", len(progress) > 2 and [p[0] for p in progress] == sorted({p[0] for p in progress}), progress)
    c("an open question", r.structured_content["questions"])
    c("the report is linked", any(b.type == "resource_link" for b in r.content))
    r = await client.call_tool("get_report", {"run": run})
    c("report", r.structured_content["run"] == run)
    r = await client.call_tool("answer_questions", {"run": run})
    c("questions are asked of the person", asked and not r.is_error and r.structured_content["run"] != run, r.content[:1])
    resources = (await client.list_resources()).resources
    c("resources", any(str(x.uri) == f"consilium://run/{run}/report" for x in resources))
    c("templates", len((await client.list_resource_templates()).resource_templates) == 6)
    for part, word in (("report", "#"), ("brief", "requirements"), ("evidence", "findings")):
        contents = (await client.read_resource(f"consilium://run/{run}/{part}")).contents
        c(f"reads {part}", word in contents[0].text)
    bundle = r.structured_content["files"]
    contents = (await client.read_resource(f"consilium://run/{r.structured_content['run']}/file/{bundle[0]}")).contents
    c("reads a file", contents[0].text)
    page = (await client.read_resource("ui://consilium/report.html")).contents[0]
    c("reads a page", page.mime_type == "text/html;profile=mcp-app" and "<script>" in page.text)
    c("reads a schema", "bucket" in (await client.read_resource("consilium://schema/aws_s3_bucket")).contents[0].text)
    error = await fails(client.read_resource("consilium://run/none/report"))
    c("an unknown resource is a fault", error and getattr(error, "code", None) == (-32602 if modern else -32002), error)
    c("no path out of a bundle", await fails(client.read_resource(f"consilium://run/{run}/file/../../bundle.json")))
    prompts = (await client.list_prompts()).prompts
    c("prompts", {p.name for p in prompts} == {"consult", "review-plan", "nightly-advice"})
    text = (await client.get_prompt("consult", {"request": "a queue"})).messages[0].content.text
    c("fills in a prompt", "a queue" in text and "Budget" not in text, text)
    c("a prompt without what it needs is a fault", await fails(client.get_prompt("consult", {})))
    from mcp_types import ResourceTemplateReference
    done = await client.complete(ResourceTemplateReference(uri="consilium://run/{run}/report"), {"name": "run", "value": run[:8]})
    c("completes a run", run in done.completion.values)
    done = await client.complete(ResourceTemplateReference(uri="consilium://schema/{type}"), {"name": "type", "value": "aws_s3_"})
    c("completes a type", "aws_s3_bucket" in done.completion.values and len(done.completion.values) <= 100)
    r = await client.call_tool("search_memory", {"words": "bucket reports"})
    c("memory", not r.is_error and r.structured_content["memories"] is not None, r.content[:1])
    if not modern:
        await client.send_ping()
        await client.set_logging_level("info")
        c("ping and log level", True)
    began = time.monotonic()
    with anyio.move_on_after(0.5):
        await client.call_tool("consult", {"request": "a queue worker on Fargate with a database in eu-west-1"})
    r = await client.call_tool("price", {"words": ["t3.micro"]})
    c("a call that was given up holds nobody up", time.monotonic() - began < 5 and not r.is_error)
    return run


async def listens(cell, client):
    heard = []
    async with client.listen(resources_list_changed=True) as subscription:
        async def hear():
            async for event in subscription:
                heard.append(event)
                return
        async with anyio.create_task_group() as group:
            group.start_soon(hear)
            await client.call_tool("consult", {"request": REQUEST, "mode": "solo"})
            with anyio.move_on_after(5):
                while not heard:
                    await anyio.sleep(0.02)
            group.cancel_scope.cancel()
    cell.check("hears of a new report", heard)


async def matrix(transport, target):
    for mode in ("auto", "legacy", "2026-07-28"):
        cell = Cell(f"mcp {mode} over {transport}")
        asked = []

        async def person(context, params):
            asked.append(params.message)
            return ElicitResult(action="accept", content={"question_1": "www.example.com"})

        before = dict(counts)
        async with Client(target, mode=mode, elicitation_callback=person, read_timeout_seconds=120) as client:
            modern = mode != "legacy"
            cell.check("revision", client.protocol_version == ("2026-07-28" if modern else "2025-11-25"), client.protocol_version)
            await operations(cell, client, modern, asked)
            cell.check("the person was asked once", len(asked) == 1, asked)
            if modern:
                await listens(cell, client)
        print(f"{cell.name}: {counts['passed'] - before['passed']} passed, {counts['failed'] - before['failed']} failed", flush=True)


async def fast(transport, target):
    from fastmcp import Client as FastClient
    from fastmcp.client.transports import StdioTransport
    cell = Cell(f"fastmcp over {transport}")
    before = dict(counts)
    if not isinstance(target, str):
        target = StdioTransport(target.command, target.args, env=target.env, cwd=target.cwd, keep_alive=False)
    async with FastClient(target) as client:
        c = cell.check
        c("lists tools", len(await client.list_tools()) >= 10)
        r = await client.call_tool("check", files(GOOD))
        c("check", r.structured_content["verdict"] == "valid")
        r = await client.call_tool("price", {"words": ["t3.micro"]})
        c("price", r.structured_content["facts"])
        c("resources", await client.list_resources())
        c("prompts", len(await client.list_prompts()) == 3)
        c("reads a schema", "bucket" in (await client.read_resource("consilium://schema/aws_s3_bucket"))[0].text)
    print(f"{cell.name}: {counts['passed'] - before['passed']} passed, {counts['failed'] - before['failed']} failed", flush=True)


async def callers(folder):
    """Two callers with tokens: nobody sees what is another's, and scopes decide the tools."""
    import httpx2 as httpx
    cell = Cell("two callers")
    before = dict(counts)
    tokens, lines = {}, []
    for name, scopes in (("ada", "consult,read"), ("eve", "consult,read"), ("looker", "read")):
        made = subprocess.run([PROGRAM, "mcp", "token", name, "--scopes", scopes], env=environment(folder), cwd=folder,
                              capture_output=True, text=True, check=True)
        tokens[name] = made.stdout.strip()
        lines.append(made.stderr)
    open(f"{folder}/tokens", "w").write("".join(lines))
    os.chmod(f"{folder}/tokens", 0o600)
    server = subprocess.Popen([PROGRAM, "mcp", "--http", "127.0.0.1:0", "--tokens", f"{folder}/tokens"],
                              env=environment(folder), cwd=folder, stderr=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://\S+", server.stderr.readline()).group(0)
        from mcp.client.streamable_http import streamable_http_client

        def client(token):
            return Client(streamable_http_client(
                address, http_client=httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}, timeout=120)))

        cell.check("without a token nobody is served", await fails(refused(client("ct_0"))))
        async with client(tokens["ada"]) as ada:
            run = (await ada.call_tool("consult", {"request": REQUEST, "mode": "solo"})).structured_content["run"]
            cell.check("ada reads her run", (await ada.read_resource(f"consilium://run/{run}/report")).contents)
        async with client(tokens["eve"]) as eve:
            mine = [str(r.uri) for r in (await eve.list_resources()).resources]
            cell.check("eve lists no run of ada's", not any(run in uri for uri in mine), mine)
            cell.check("eve reads no run of ada's", await fails(eve.read_resource(f"consilium://run/{run}/report")))
            cell.check("eve gets no report of ada's", (await eve.call_tool("get_report", {"run": run})).is_error)
            memories = (await eve.call_tool("search_memory", {"words": "bucket reports"})).structured_content["memories"]
            cell.check("eve remembers nothing of ada's", memories == [], memories)
            cell.check("no file of the server is named", (await eve.call_tool("check", {"path": "main.tf"})).is_error)
        async with client(tokens["looker"]) as looker:
            names = {tool.name for tool in (await looker.list_tools()).tools}
            cell.check("who may look may not consult", "check" in names and "consult" not in names, names)
            cell.check("nor by its name", await fails(looker.call_tool("consult", {"request": REQUEST})))
    finally:
        server.terminate()
        server.wait(10)
    print(f"{cell.name}: {counts['passed'] - before['passed']} passed, {counts['failed'] - before['failed']} failed", flush=True)


async def refused(client):
    async with client as opened:
        await opened.list_tools()


async def main():
    for transport in TRANSPORTS:
        with tempfile.TemporaryDirectory() as folder:
            if transport == "stdio":
                # Everything that is said on the way is recorded, and held against the schema afterwards.
                target = StdioServerParameters(
                    command=sys.executable, args=[WIRE, "record", f"{folder}/wire.log", PROGRAM, "mcp"],
                    env=environment(folder), cwd=folder)
                await matrix(transport, target)
                await fast(transport, target)
                held = subprocess.run([sys.executable, WIRE, "check", f"{folder}/wire.log"], capture_output=True, text=True)
                print(held.stdout.strip())
                Cell("wire").check("every message of both directions fits the schema", held.returncode == 0, held.stdout[-1500:] + held.stderr[-500:])
            else:
                server = subprocess.Popen([PROGRAM, "mcp", "--http", "127.0.0.1:0"], env=environment(folder), cwd=folder,
                                          stderr=subprocess.PIPE, text=True)
                try:
                    line = server.stderr.readline()
                    address = re.search(r"http://\S+", line).group(0)
                    await matrix(transport, address)
                    await fast(transport, address)
                finally:
                    server.terminate()
                    server.wait(10)
                await callers(folder)
    print(f"{counts['passed']} operations passed, {counts['failed']} failed")
    sys.exit(1 if counts["failed"] or not counts["passed"] else 0)


asyncio.run(main())
