"""What an assistant-like client and `consilium mcp` say to each other: it asks, answers a question, reads the report. As
tasks, which the clients of PyPI do not take yet; so the messages are written here.

usage: mcp_film_strip.py PROGRAM
Prints the strip as Markdown; ends with 1 where it is not as it should be.
"""
import json, os, subprocess, sys, tempfile, time

META = {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": {"name": "strip", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": {
            "elicitation": {"form": {}}, "extensions": {"io.modelcontextprotocol/tasks": {}}}}
REQUEST = "a private S3 bucket named reports in eu-west-1 with a domain name"


def short(value, room=100):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= room else text[:room] + " …"


class Session:
    def __init__(self, program, folder):
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "CONSILIUM_HOME", "LANG")}
        self.process = subprocess.Popen([program, "mcp"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=kept | {"HOME": folder, "XDG_STATE_HOME": f"{folder}/state"})
        self.next = 0

    def ask(self, method, params, quiet=False):
        self.next += 1
        self.process.stdin.write(json.dumps({"jsonrpc": "2.0", "id": self.next, "method": method, "params": params | {"_meta": META}}) + "\n")
        self.process.stdin.flush()
        while True:
            message = json.loads(self.process.stdout.readline())
            if message.get("id") == self.next:
                break
        if not quiet:
            print(f"    → {method} {short(params)}")
        if "error" in message:
            raise SystemExit(f"{method}: {message['error']}")
        return message["result"]

    def until(self, task, *statuses):
        seen = None
        while True:
            state = self.ask("tasks/get", {"taskId": task}, quiet=True)
            if state.get("statusMessage") != seen:
                seen = state.get("statusMessage")
                print(f"    ← {state['status']}: {seen}")
            if state["status"] in statuses:
                return state
            time.sleep(0.05)


def main():
    with tempfile.TemporaryDirectory() as folder:
        session = Session(os.path.abspath(sys.argv[1]), folder)
        task = session.ask("tools/call", {"name": "consult", "arguments": {"request": REQUEST, "mode": "solo"}})
        assert task["resultType"] == "task", task
        print(f"    ← a task, {task['status']}, look again in {task['pollIntervalMs']} ms")
        first = session.until(task["taskId"], "completed")["result"]["structuredContent"]
        print(f"    ← {first['status']}: {short([[r['text'], r['status']] for r in first['requirements']], 300)}")
        print(f"    ← questions {short(first['questions'], 200)}")
        assert first["questions"], first
        task = session.ask("tools/call", {"name": "answer_questions", "arguments": {"run": first["run"]}})
        waiting = session.until(task["taskId"], "input_required")
        (key, question), = waiting["inputRequests"].items()
        print(f"    ← input_required: {short(question['params'], 260)}")
        answer = {key: {"action": "accept", "content": {"question_1": "reports.example.com, for the pages of the bucket"}}}
        session.ask("tasks/update", {"taskId": task["taskId"], "inputResponses": answer})
        second = session.until(task["taskId"], "completed")["result"]
        content = second["structuredContent"]
        print(f"    ← {content['status']}: {len(content['files'])} files, {content['monthly']} {content['currency']} a month and what {len(content['byUse'])} resources cost by use")
        link = [block for block in second["content"] if block["type"] == "resource_link"][0]
        report = session.ask("resources/read", {"uri": link["uri"]})["contents"][0]["text"]
        print(f"    ← {short(report.splitlines()[0])}, {len(report.splitlines())} lines")
        assert "reports.example.com" in report, report[:400]
        # A consultation that is taken back ends as such.
        task = session.ask("tools/call", {"name": "consult", "arguments": {"request": REQUEST}})
        session.ask("tasks/cancel", {"taskId": task["taskId"]})
        session.until(task["taskId"], "cancelled")
        session.process.stdin.close()
        assert session.process.wait(10) == 0, session.process.returncode


main()
