import Vocabulary

/// The kinds of artifacts there are. The only list of them.
package enum ArtifactKinds {
  package static let all: [any ArtifactKind] =
    [OpenTofuKind(), AlertTestsKind(), KubernetesKind()] + ArtifactFormat.pipelines.map(PipelineKind.init)

  /// The kind of a format; nil where nothing is known of it.
  static func of(_ kind: Artifact.Kind) -> (any ArtifactKind)? { all.first { $0.format.kind == kind } }
}
