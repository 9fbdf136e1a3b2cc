#!/usr/bin/env python3
"""A Kubernetes API server as far as kubectl needs one: discovery, OpenAPI v3, get, server-side apply with field owners,
dry run and delete. Usage: cluster.py LOG prints the port it listens on; each change is a line of LOG."""
import http.server, json, sys, urllib.parse

KINDS = {  # (group, version): {plural: (kind, namespaced)}
    ("", "v1"): {"configmaps": ("ConfigMap", True), "services": ("Service", True), "secrets": ("Secret", True),
                 "namespaces": ("Namespace", False), "persistentvolumeclaims": ("PersistentVolumeClaim", True)},
    ("apps", "v1"): {"deployments": ("Deployment", True)},
    ("rbac.authorization.k8s.io", "v1"): {"clusterrolebindings": ("ClusterRoleBinding", False)},
}
objects, owners = {}, {}
serial = [0]


def prefix(group, version):
    return f"/apis/{group}/{version}" if group else f"/api/{version}"


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, path + (key,))
    else:
        yield path, value


def openapi(group, version):
    schemas, paths = {}, {}
    for plural, (kind, namespaced) in KINDS[(group, version)].items():
        gvk = [{"group": group, "version": version, "kind": kind}]
        schemas[f"io.k8s.{kind}"] = {"type": "object", "x-kubernetes-group-version-kind": gvk}
        place = "/namespaces/{namespace}" if namespaced else ""
        query = [{"name": n, "in": "query", "schema": {"type": "string"}} for n in ("dryRun", "fieldValidation")]
        paths[f"{prefix(group, version)}{place}/{plural}/{{name}}"] = {"patch": {
            "parameters": query, "x-kubernetes-action": "patch", "x-kubernetes-group-version-kind": gvk[0],
            "responses": {"200": {"description": "OK"}}}}
    return {"openapi": "3.0.0", "info": {"title": "scripted", "version": "v1"}, "paths": paths,
            "components": {"schemas": schemas}}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, code, document):
        body = json.dumps(document).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def failure(self, code, reason, message):
        self.answer(code, {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": reason,
                           "message": message, "code": code})

    def target(self):
        """The kind's entry and the object's key, where the path names one."""
        path = urllib.parse.urlparse(self.path).path
        for (group, version), kinds in KINDS.items():
            start = prefix(group, version) + "/"
            if not path.startswith(start):
                continue
            rest = path[len(start):].split("/")
            if rest[0] == "namespaces" and len(rest) > 2:
                rest = rest[2:]
            if rest[0] in kinds and len(rest) == 2:
                return kinds[rest[0]][0], path
        return None, None

    def do_GET(self):
        path = urllib.parse.urlparse(self.path).path
        if path == "/api":
            return self.answer(200, {"kind": "APIVersions", "versions": ["v1"]})
        if path == "/apis":
            groups = [{"name": g, "versions": [{"groupVersion": f"{g}/{v}", "version": v}],
                       "preferredVersion": {"groupVersion": f"{g}/{v}", "version": v}} for g, v in KINDS if g]
            return self.answer(200, {"kind": "APIGroupList", "apiVersion": "v1", "groups": groups})
        if path == "/version":
            return self.answer(200, {"major": "1", "minor": "32", "gitVersion": "v1.32.0"})
        if path == "/openapi/v3":
            return self.answer(200, {"paths": {prefix(*k)[1:]: {"serverRelativeURL": "/openapi/v3" + prefix(*k)}
                                               for k in KINDS}})
        for key, kinds in KINDS.items():
            if path == prefix(*key):
                verbs = ["get", "list", "create", "patch", "delete"]
                return self.answer(200, {"kind": "APIResourceList", "apiVersion": "v1",
                                         "groupVersion": "/".join(filter(None, key)), "resources": [
                                             {"name": p, "kind": k, "namespaced": n, "singularName": k.lower(), "verbs": verbs}
                                             for p, (k, n) in kinds.items()]})
            if path == "/openapi/v3" + prefix(*key):
                return self.answer(200, openapi(*key))
        kind, name = self.target()
        if name in objects:
            return self.answer(200, objects[name])
        self.failure(404, "NotFound", f"{path.rsplit('/', 1)[-1]} not found")

    def do_PATCH(self):
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        kind, name = self.target()
        patch = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        manager = query["fieldManager"][0]
        if any(word in json.dumps(patch) for word in ("refused-by-admission",)):
            return self.failure(422, "Invalid", f"{kind} is invalid: spec: Forbidden by the admission policy")
        live, owned = objects.get(name), dict(owners.get(name, {}))
        result = json.loads(json.dumps(live)) if live else {}
        wanted = dict(leaves(patch))
        if query.get("force") != ["true"]:
            current = dict(leaves(result))
            taken = [p for p, v in wanted.items() if owned.get(p, manager) != manager and current.get(p) != v]
            if taken:
                return self.failure(409, "Conflict", f"Apply failed with 1 conflict: conflict with \"{owned[taken[0]]}\": .{'.'.join(taken[0])}")
        for path in [p for p, m in owned.items() if m == manager and p not in wanted]:
            here = result
            for key in path[:-1]:
                here = here.get(key, {})
            here.pop(path[-1], None)
            owned.pop(path)
        for path, value in wanted.items():
            here = result
            for key in path[:-1]:
                here = here.setdefault(key, {})
            here[path[-1]] = value
            owned[path] = manager
        meta = result.setdefault("metadata", {})
        meta.setdefault("uid", f"uid-{name}")
        meta["managedFields"] = [{"manager": m, "operation": "Apply"} for m in sorted(set(owned.values()))]
        if "All" not in query.get("dryRun", []):
            serial[0] += 1
            meta["resourceVersion"] = str(serial[0])
            objects[name], owners[name] = result, owned
            self.note(f"apply {manager} {name}")
        self.answer(200 if live else 201, result)

    def do_DELETE(self):
        kind, name = self.target()
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        length = int(self.headers.get("Content-Length") or 0)
        options = json.loads(self.rfile.read(length) or "{}")
        if name not in objects:
            return self.failure(404, "NotFound", "not found")
        gone = objects[name]
        if "All" not in query.get("dryRun", []) + (options.get("dryRun") or []):
            del objects[name]
            owners.pop(name, None)
            self.note(f"delete {name}")
        self.answer(200, gone)

    def do_PUT(self):
        """Not Kubernetes: how a test changes an object behind everyone's back."""
        kind, name = self.target()
        change = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        for path, value in leaves(change):
            here = objects[name]
            for key in path[:-1]:
                here = here.setdefault(key, {})
            here[path[-1]] = value
            owners[name][path] = "somebody"
        self.answer(200, objects[name])

    def note(self, line):
        with open(sys.argv[1], "a") as log:
            log.write(line + "\n")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
