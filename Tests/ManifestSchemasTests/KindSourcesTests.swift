import Basics
import ManifestSchemas
import Manifests
import Testing

struct KindSourcesTests {
  private let definition = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: widgets.example.org}
    spec:
      group: example.org
      names: {kind: Widget, plural: widgets}
      scope: Namespaced
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: {type: integer, minimum: 1, maximum: 9}
                    colour: {type: string, enum: [red, green]}
                    tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                    extra: {type: object, x-kubernetes-preserve-unknown-fields: true}
        - {name: v0, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
    """

  private func codes(_ spec: String, files: [String: String]) throws -> [String] {
    let compact = try KindSources.compact(files, name: "mine", version: "1")
    let schemas = try #require(KindSchemas(compact: Array(compact.utf8)))
    let validator = try ManifestValidator(KindShelf([schemas], includesShipped: true))
    let read = ManifestReader.read(
      "apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: a}\nspec: \(spec)", file: "a.yaml")
    return validator.validate(read.manifests).diagnostics.map(\.code)
  }

  @Test(arguments: [
    ("{size: 3, colour: red, tags: [a, b], extra: {any: [1]}}", []),
    ("{size: 12}", ["manifest.bounds"]),
    ("{colour: red}", ["manifest.missing-field"]),
    ("{size: 1, colour: blue}", ["manifest.value"]),
    ("{size: 1, tags: [a, a]}", ["manifest.duplicate-entry"]),
    ("{size: 1, sise: 2}", ["manifest.unknown-field"]),
  ])
  func aDefinitionIsReadAndHeld(spec: String, expected: [String]) throws {
    #expect(try codes(spec, files: ["crd.yaml": definition]) == expected)
  }

  @Test func aClustersDocumentIsReadWithWhatItsPartsReferTo() throws {
    let document = """
      {"openapi": "3.0.0", "components": {"schemas": {
        "org.example.v1.Widget": {"type": "object", "x-kubernetes-group-version-kind": [{"group": "example.org", "version": "v1", "kind": "Widget"}],
          "properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object", "additionalProperties": true},
            "spec": {"allOf": [{"$ref": "#/components/schemas/org.example.v1.WidgetSpec"}], "default": {}}}},
        "org.example.v1.WidgetSpec": {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer", "format": "int32"},
          "parts": {"type": "array", "items": {"$ref": "#/components/schemas/org.example.v1.WidgetSpec"}}}}}}}
      """
    #expect(try codes("{size: 1, parts: [{size: 2}]}", files: ["api.json": document]) == [])
    #expect(
      try codes("{size: 1, parts: [{sise: 2}]}", files: ["api.json": document]) == [
        "manifest.unknown-field", "manifest.missing-field",
      ])
  }

  @Test func whatDescribesNoKindIsRefused() {
    #expect(throws: Diagnostic.self) {
      try KindSources.compact(["a.yaml": "apiVersion: v1\nkind: ConfigMap\n"], name: "mine", version: "1")
    }
  }
}
