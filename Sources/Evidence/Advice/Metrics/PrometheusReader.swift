import Basics
import CurlHTTP
import ResourceGraph

/// Reads what rules need from the HTTP API of a Prometheus: one range query for each metric, whatever the number of
/// resources. Nothing but the address that a person gave is ever asked.
package struct PrometheusReader: Sendable {
  private let address: String
  private let transport: any HTTPTransport
  private let headers: [HTTPHeader]
  /// Points of a series that one query may give; the server's own limit is 11,000.
  private static let points = 5_000
  /// Seconds since 1970 that a calendar of four digits can write; a sample outside of it is none.
  private static let times = -62_135_596_800.0...253_402_300_799
  private static let answerLimit = 256 << 20

  /// - Parameters:
  ///   - address: `http://prometheus:9090`, with a path where the API is below one.
  ///   - token: sent as a bearer token; nil for none.
  package init(address: String, token: String? = nil, transport: any HTTPTransport) {
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
    self.transport = transport
    headers = token.map { [HTTPHeader("Authorization", value: "Bearer \($0)")] } ?? []
  }

  /// Everything that is measured of the metrics that resources of these types can have.
  /// - Parameters:
  ///   - window: days before `now`, which is in seconds since 1970.
  /// - Throws: `AdviceError` where the server cannot be asked at all; a single query that fails is in `missing`.
  package func read(_ catalogue: MetricCatalogue, names: Set<String>, window: Int, now: Double) async throws
    -> MetricStore
  {
    var store = MetricStore(window: window, origin: HTTPRequest.origin(of: address))
    try await ping()
    for definition in catalogue.definitions.values.sorted(by: { $0.name < $1.name })
    where names.contains(definition.name) {
      var faults: [String] = []
      for query in definition.queries {
        do {
          let series = try await range(query.expression, window: window, now: now)
          for one in series {
            guard let key = Self.key(one.labels, query: query) else { continue }
            store.add(MetricSeries(samples: one.samples), metric: definition.name, key: key)
          }
        } catch let error as AdviceError {
          faults.append("\(query.exporter): \(error.detail)")
        }
      }
      if !store.has(definition.name) {
        store.miss(
          definition.name,
          reason: faults.isEmpty ? "the server has no such series" : faults.joined(separator: "; "))
      }
    }
    return store
  }

  private static func key(_ labels: JSONValue?, query: MetricDefinition.Query) -> String? {
    let parts = query.labels.compactMap { labels?[$0]?.string }
    guard parts.count == query.labels.count, parts.contains(where: { !$0.isEmpty }) else { return nil }
    let key = parts.joined(separator: "/")
    guard query.dropsPort, let colon = key.lastIndex(of: ":"),
      key[colon...].dropFirst().allSatisfy(\.isNumber)
    else {
      return key
    }
    return String(key[..<colon])
  }

  /// Whether anything answers as a Prometheus does.
  private func ping() async throws {
    _ = try await ask("query", form: ["query": "vector(1)"])
  }

  private func range(_ query: String, window: Int, now: Double) async throws -> [(
    labels: JSONValue?, samples: [MetricSeries.Sample]
  )] {
    let seconds = Double(window) * 86400
    let step = max(300, (seconds / Double(Self.points)).rounded(.up))
    // Ends are multiples of the step, so that the same night asks the same.
    let end = (now / step).rounded(.down) * step
    let data = try await ask(
      "query_range",
      form: [
        "query": query, "start": Money.decimal(end - seconds, places: 0),
        "end": Money.decimal(end, places: 0),
        "step": Money.decimal(step, places: 0),
      ])
    return (data["result"]?.array ?? []).map { series in
      let samples = (series["values"]?.array ?? []).compactMap { pair -> MetricSeries.Sample? in
        guard let time = pair.array?.first?.double, Self.times.contains(time),
          let text = pair.array?.last?.string, let value = Double(text), value.isFinite
        else { return nil }
        return MetricSeries.Sample(time: time, value: value)
      }
      return (series["metric"], samples)
    }
  }

  private func ask(_ path: String, form: [String: String]) async throws -> JSONValue {
    let body = form.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(
      separator: "&")
    let request = HTTPRequest(
      .post, address: "\(address)/api/v1/\(path)",
      headers: headers + [HTTPHeader("Content-Type", value: "application/x-www-form-urlencoded")],
      body: Array(body.utf8),
      timeouts: HTTPTimeouts(
        connect: .seconds(10), firstByte: .seconds(120), idle: .seconds(60), total: .seconds(300)),
      maximumAnswer: Self.answerLimit)
    let response: HTTPResponse
    do {
      response = try await transport.exchange(request)
    } catch {
      throw AdviceError(.metrics, summary: "The metrics cannot be read", detail: "\(error)")
    }
    let document = Self.document(response.body)
    guard document?["status"]?.string == "success", let data = document?["data"] else {
      let reason = document?["error"]?.string ?? "it is not an answer of Prometheus"
      throw AdviceError(
        .metrics, summary: "The metrics cannot be read",
        detail: "\(request.origin) answered with status \(response.head.status): \(reason)")
    }
    return data
  }

  /// Nil for what is no JSON; the caller says so with the status.
  private static func document(_ body: [UInt8]) -> JSONValue? {
    guard let text = String(validating: body, as: UTF8.self) else { return nil }
    do {
      return try JSONValue(parsing: text)
    } catch {
      return nil
    }
  }

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~".utf8.contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      return "%" + (hexadecimal.count == 1 ? "0" : "") + hexadecimal
    }.joined()
  }
}
