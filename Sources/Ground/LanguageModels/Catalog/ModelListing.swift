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
    guard let path = provider.wire.wire.listingPath, !provider.baseAddress.contains("{model}") else {
      throw ModelError(
        .configuration, summary: "There is no list of models",
        detail: "\(provider.name) does not list what it has: name a model, as \(provider.name)/NAME.")
    }
    let request = HTTPRequest(
      .get, address: provider.address(path),
      headers: provider.headers(provider.key),
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
    // Gemini's names say that they are models.
    return list.compactMap { entry in
      (entry["id"] ?? entry["name"])?.string.map { $0.hasPrefix("models/") ? String($0.dropFirst(7)) : $0 }
    }
  }
}
