/// Which certificate authorities are trusted, where the person names any.
struct TrustedAuthorities: Sendable {
  let file: String?
  let folder: String?

  /// The variables that curl and OpenSSL have, in curl's order.
  init(environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    file = value("CURL_CA_BUNDLE") ?? value("SSL_CERT_FILE")
    folder = value("SSL_CERT_DIR")
  }
}
