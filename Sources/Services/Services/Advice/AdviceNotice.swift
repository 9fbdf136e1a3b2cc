import Advice
import Basics
import CurlHTTP
import Reporting
import Vocabulary

/// Tells a webhook what a night came to. Only hosts on the list of the person who runs it are ever told.
package struct AdviceNotice: Sendable {
  private let address: String
  private let transport: any HTTPTransport
  private static let shown = 20

  /// - Parameters:
  ///   - hosts: `hooks.example.com`, with `:port` where it is another one than the scheme's.
  /// - Throws: `AdviceError` where the address is none or its host is not on the list.
  package init(address: String, hosts: [String], transport: any HTTPTransport = CurlTransport.shared) throws {
    let origin = HTTPRequest.origin(of: address)
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      let slashes = origin.firstRange(of: "://")
    else {
      throw AdviceError(
        .configuration, summary: "Not an address",
        detail: "A webhook begins with https://, or http:// in a network of one's own.")
    }
    let host = String(origin[slashes.upperBound...])
    guard hosts.contains(where: { $0.lowercased() == host.lowercased() }) else {
      let list = hosts.isEmpty ? "The list is empty." : "On the list: \(hosts.joined(separator: ", "))."
      throw AdviceError(
        .configuration, summary: "The host is not on the list",
        detail:
          "\(host) is told nothing. Allow it with --allow-host \(host) or CONSILIUM_NOTIFY_HOSTS. \(list)")
    }
    self.address = address
    self.transport = transport
  }

  /// - Throws: `AdviceError` where the webhook does not take it.
  package func send(_ report: AdviceReport) async throws {
    let request = HTTPRequest(
      .post, address: address, headers: [HTTPHeader("Content-Type", value: "application/json")],
      body: Array(Self.body(report).compact.utf8),
      timeouts: HTTPTimeouts(
        connect: .seconds(10), firstByte: .seconds(20), idle: .seconds(20), total: .seconds(30)),
      maximumAnswer: 1 << 20)
    let status: Int
    do {
      status = try await transport.exchange(request).head.status
    } catch {
      throw AdviceError(.notify, summary: "The webhook was not told", detail: "\(error)")
    }
    guard (200..<300).contains(status) else {
      throw AdviceError(
        .notify, summary: "The webhook was not told",
        detail: "\(request.origin) answered with status \(status).")
    }
  }

  /// What is told: totals, and the advice that saves most for an hour of work. No code.
  static func body(_ report: AdviceReport) -> JSONValue {
    let new = Set(report.changes?.new ?? [])
    let shown = report.recommendations.filter { $0.counted > 0 }.prefix(Self.shown)
    return [
      "text": .string(
        "Cost advice of \(report.day): \(Money.text(report.saving)) of \(Money.text(report.monthly)) a month can be saved."
      ),
      "day": .string(report.day), "monthly": .number(report.monthly), "saving": .number(report.saving),
      "advice": .integer(report.recommendations.count), "new": .integer(new.count),
      "faults": .array(report.faults.map { .string($0.estate) }),
      "budgets": .array(report.budgets.filter(\.isExceeded).map { .string($0.text) }),
      "first": .array(
        shown.map { advice in
          [
            "fingerprint": .string(advice.fingerprint), "new": .bool(new.contains(advice.fingerprint)),
            "title": .string(advice.title), "address": .string(advice.address),
            "estate": .string(advice.estate),
            "monthly": .number(advice.counted),
          ]
        }),
    ]
  }
}
