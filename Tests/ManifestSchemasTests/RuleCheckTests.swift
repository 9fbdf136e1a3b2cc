import Basics
import ManifestSchemas
import Manifests
import Testing

/// Rules in CEL that definitions carry.
struct RuleCheckTests {
  private func verdict(_ text: String, kinds: KindShelf = .shipped) throws -> ManifestValidator.Verdict {
    let read = ManifestReader.read(text, file: "a.yaml")
    #expect(read.diagnostics.isEmpty)
    return try ManifestValidator(kinds).validate(read.manifests)
  }

  private func route(_ rule: String) -> String {
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: a}
    spec:
      parentRefs: [{name: public}]
      rules:
        - \(rule)
    """
  }

  @Test func aRouteThatKeepsItsRulesIsValid() throws {
    let found = try verdict(
      route(
        "{matches: [{path: {type: PathPrefix, value: /a}}], filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}], backendRefs: [{name: web, port: 80}]}"
      ))
    #expect(found.diagnostics.isEmpty)
    #expect(found.unchecked.isEmpty)
  }

  @Test(arguments: [
    "{filters: [{type: RequestRedirect, requestRedirect: {}}], backendRefs: [{name: web, port: 80}]}",
    "{matches: [{path: {type: PathPrefix, value: a}}], backendRefs: [{name: web, port: 80}]}",
    "{filters: [{type: URLRewrite, requestRedirect: {}}]}",
    "{backendRefs: [{name: web}]}",
    "{matches: [{path: {type: Exact, value: /a//b}}]}",
  ])
  func whatBreaksARuleIsNamed(rule: String) throws {
    let found = try verdict(route(rule)).diagnostics
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.code == "manifest.rule" && $0.range?.start.line == 7 })
  }

  private func widget(_ rule: String, spec: String) throws -> ManifestValidator.Verdict {
    let definition = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.org}
      spec:
        group: example.org
        names: {kind: Widget, plural: widgets}
        versions:
          - name: v1
            served: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    x-kubernetes-validations: [\(rule)]
                    properties:
                      namespace: {type: string}
                      least: {type: integer, default: 1}
                      most: {type: integer}
                      share: {type: number}
                      at: {type: string, format: date-time}
                      max-surge: {x-kubernetes-int-or-string: true}
      """
    let compact = try KindSources.compact(["crd.yaml": definition], name: "mine", version: "1")
    let schemas = try #require(KindSchemas(compact: Array(compact.utf8)))
    return try verdict(
      "apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: a}\nspec: \(spec)",
      kinds: KindShelf([schemas], includesShipped: true))
  }

  @Test(arguments: [
    // A default is there though nobody wrote it.
    ("self.least <= self.most", "{most: 3}", true), ("self.least <= self.most", "{least: 5, most: 3}", false),
    // A field that nobody wrote and that has no default has no value.
    ("self.least <= self.most", "{}", false), ("!has(self.most) || self.least <= self.most", "{}", true),
    ("self.share < 0.5", "{share: 0}", true),
    ("self.__namespace__ == 'a'", "{namespace: a}", true),
    ("type(self.max__dash__surge) == int", "{max-surge: 1}", true),
    ("self.at < timestamp('2030-01-01T00:00:00Z')", "{at: \"2026-01-01T00:00:00Z\"}", true),
    // What an object was before is not asked when it is made.
    ("self.most == oldSelf.most", "{most: 3}", true),
  ])
  func rulesSeeObjectsAsTheServerDoes(rule: String, spec: String, holds: Bool) throws {
    let found = try widget("{rule: \"\(rule)\", message: wrong}", spec: spec)
    #expect(found.diagnostics.isEmpty == holds)
    #expect(found.unchecked.isEmpty)
  }

  @Test func theMessageIsTheRulesOwn() throws {
    let fixed = try widget("{rule: \"self.most < 3\", message: less than three}", spec: "{most: 5}")
    #expect(fixed.diagnostics.first?.detail == "'spec': less than three")
    let made = try widget(
      "{rule: \"self.most < 3\", messageExpression: \"'not ' + string(self.most)\"}", spec: "{most: 5}")
    #expect(made.diagnostics.first?.detail == "'spec': not 5")
  }

  @Test func whatCannotBeDecidedIsNeitherRightNorWrong() throws {
    let found = try widget("{rule: \"authorizer.path('/').check('get').allowed()\"}", spec: "{most: 5}")
    #expect(found.diagnostics.isEmpty)
    #expect(found.unchecked.count == 1)
  }
}
