import Basics
import CurlHTTP

/// Asks a provider which models it has.
package struct ModelListing: Sendable {
  private let transport: any HTTPTransport

  package init(transport: any HTTPTransport = CurlTransport.shared) {
    self.transport = transport
  }

  /// The names in the provider's own order.
  /// - Throws: `ModelError` where it cannot be reached, does not accept the key or gives no list.
  package func models(of provider: ProviderSettings, within timeout: Duration = .seconds(5)) async throws
    -> [String]
  {
    let path =
      switch provider.wire {
      case .openai: "/models"
      case .anthropic: "/v1/models"
      case .ollama: "/api/tags"
      }
    let request = HTTPRequest(
      .get, address: provider.address(path),
      headers: provider.wire.wire.headers(provider.key, keyHeader: provider.keyHeader) + provider.headers,
      timeouts: HTTPTimeouts(connect: timeout, firstByte: timeout, idle: timeout, total: timeout))
    let response: HTTPResponse
    do {
      response = try await transport.exchange(request)
    } catch {
      throw AttemptFailure.modelError(error)
    }
    let settings = ModelSettings(name: ModelName(provider: provider.name, model: "*"), provider: provider)
    guard response.head.status == 200 else {
      throw AttemptFailure(response.head, body: response.body, settings: settings).error
    }
    let document = JSONValue.document(String(decoding: response.body, as: UTF8.self))
    guard let list = (document?["data"] ?? document?["models"])?.array else {
      throw ModelError.malformed("its list of models has no 'data'")
    }
    return list.compactMap { ($0["id"] ?? $0["name"])?.string }
  }
}
