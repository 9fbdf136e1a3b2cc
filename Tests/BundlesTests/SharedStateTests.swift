import Basics
import Bundles
import Testing
import Vocabulary

/// Files that keep a bundle's state where several people share it.
struct SharedStateTests {
  @Test func anObjectStoreWithItsLock() throws {
    let state = try SharedState("s3://acme-state/shop/terraform.tfstate?region=eu-west-1")
    #expect(state.files.map(\.path) == ["infrastructure/backend.tf", "infrastructure/encryption.tofu"])
    #expect(
      state.files[0].content == """
        # Where the state is kept. The lock goes with it, so that two people never apply at once.
        terraform {
          backend "s3" {
            bucket       = "acme-state"
            key          = "shop/terraform.tfstate"
            region       = "eu-west-1"
            encrypt      = true
            use_lockfile = true
          }
        }

        """)
    #expect(state.files[1].content.contains("enforced = true"))
    #expect(!state.files[1].content.contains("unencrypted"))
  }

  @Test func aClusterWithItsLease() throws {
    let state = try SharedState("kubernetes://ops/shop", isEncrypted: false)
    #expect(state.files.map(\.path) == ["infrastructure/backend.tf"])
    #expect(state.files[0].content.contains("secret_suffix = \"shop\"\n    namespace     = \"ops\""))
  }

  @Test(arguments: [
    "", "s3://bucket", "gcs://a/b", "kubernetes://a", "kubernetes://a/b/c", "s3://a/b?encrypt=false",
    "s3://a/${x}",
    "s3://a/b\"", "s3://a/b\n", "kubernetes://a/b?c=d",
  ])
  func anythingElseIsNoBackend(text: String) {
    #expect { try SharedState(text) } throws: { ($0 as? BundleError)?.code == .badBackend }
  }
}
