"""Stands between a client and a server on two streams, records every message, and holds each against the models that PyPI's
mcp-types makes of the specification's schema.

usage: mcp_wire.py record LOG PROGRAM ARGUMENT...
       mcp_wire.py check LOG
"""
import json, os, subprocess, sys, threading

LEGACY = "2025-11-25"


def record(log, command):
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out = open(log, "ab", buffering=0)

    def carry(source, target, mark, close):
        for line in iter(source.readline, b""):
            # One write for a line, so that two directions never mix within one.
            os.write(out.fileno(), mark + line)
            try:
                target.write(line)
                target.flush()
            except (BrokenPipeError, ValueError):
                break
        if close:
            try:
                target.close()
            except BrokenPipeError:
                pass

    threading.Thread(target=carry, args=(sys.stdin.buffer, server.stdin, b">", True), daemon=True).start()
    carry(server.stdout, sys.stdout.buffer, b"<", False)
    os.write(out.fileno(), b"|\n")
    sys.exit(server.wait())


def check(log):
    from mcp_types import methods
    from mcp_types.jsonrpc import JSONRPCError
    version, asked, backwards, checked, faults = "2026-07-28", {}, {}, 0, []

    def says(message):
        return ((message.get("params") or {}).get("_meta") or {}).get("io.modelcontextprotocol/protocolVersion") or version

    def held(what, check):
        nonlocal checked
        checked += 1
        try:
            check()
        except Exception as error:  # noqa: BLE001: each kind is a fault
            faults.append(f"{what}: {str(error)[:400]}")

    for line in open(log, "rb"):
        mark, text = line[:1], line[1:]
        if mark == b"|":
            version, asked, backwards = "2026-07-28", {}, {}
            continue
        if not text.strip():
            continue
        message = json.loads(text)
        method, params, id = message.get("method"), message.get("params"), message.get("id")
        if mark == b">":
            if method and id is not None:
                if method == "initialize":
                    version = LEGACY
                asked[id] = (method, says(message))
                held(f"client's {method}", lambda: methods.validate_client_request(method, says(message), params))
            elif method:
                held(f"client's {method}", lambda: methods.validate_client_notification(method, says(message), params))
            elif "result" in message:
                held("client's result", lambda: methods.validate_client_result(backwards[id], version, message["result"]))
            else:
                held("client's error", lambda: JSONRPCError.model_validate(message))
        elif method and id is not None:
            backwards[id] = method
            held(f"server's {method}", lambda: methods.parse_server_request(method, version, params))
        elif method:
            held(f"server's {method}", lambda: methods.parse_server_notification(method, version, params))
        elif "error" in message:
            held("server's error", lambda: JSONRPCError.model_validate(message))
        else:
            asked_method, asked_version = asked[id]
            held(f"server's result of {asked_method}",
                 lambda: methods.validate_server_result(asked_method, asked_version, message["result"]))
    for fault in faults:
        print(f"FAILED {fault}")
    print(f"{checked} messages held against the schema, {len(faults)} against it")
    return checked, len(faults)


if __name__ == "__main__":
    if sys.argv[1] == "record":
        record(sys.argv[2], sys.argv[3:])
    else:
        messages, wrong = check(sys.argv[2])
        sys.exit(1 if wrong or not messages else 0)
