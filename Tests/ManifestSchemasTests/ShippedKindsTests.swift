import CEL
import Foundation
import ManifestSchemas
import Patterns
import Testing

/// The files of kinds that ship.
struct ShippedKindsTests {
  @Test func everyPlaceRuleAndPatternIsRead() throws {
    let files = KindShelf.shipped.all
    #expect(Set(files.map(\.name)) == ["kubernetes", "custom", "operators"])
    var (rules, patterns): (Set<String>, Set<String>) = ([], [])
    for file in files {
      for place in 0..<file.count {
        let schema = try #require(file.schema(at: place))
        rules.formUnion(schema.rules.map(\.rule))
        if let pattern = schema.pattern { patterns.insert(pattern) }
      }
    }
    #expect(rules.count > 100)
    #expect(patterns.count > 50)
    for rule in rules { #expect(throws: Never.self, "\(rule)") { try CELProgram(rule) } }
    for pattern in patterns { #expect(throws: Never.self, "\(pattern)") { try Pattern(pattern) } }
  }

  @Test(arguments: [
    ("apps/v1", "Deployment"), ("argoproj.io/v1alpha1", "Application"),
    ("kustomize.toolkit.fluxcd.io/v1", "Kustomization"),
    ("tekton.dev/v1", "Pipeline"), ("monitoring.coreos.com/v1", "PrometheusRule"),
    ("cert-manager.io/v1", "Certificate"),
    ("gateway.networking.k8s.io/v1", "HTTPRoute"), ("templates.gatekeeper.sh/v1", "ConstraintTemplate"),
    ("keda.sh/v1alpha1", "ScaledObject"), ("external-secrets.io/v1", "ExternalSecret"),
    ("kyverno.io/v1", "ClusterPolicy"),
    ("operator.victoriametrics.com/v1beta1", "VMRule"),
  ])
  func kindsThatPeopleUseAreThere(apiVersion: String, kind: String) {
    #expect(KindShelf.shipped.schemas(apiVersion: apiVersion, kind: kind) != nil)
  }
}
