import Basics
import Digests
import Foundation
import Glibc

/// A program that is opened once: its digest is of what the descriptor leads to, and that is what is run, whatever takes
/// its name in the meantime.
final class HeldTool: Sendable {
  private let descriptor: Int32
  /// SHA-256 of the program's bytes.
  let digest: String

  /// The path by which a child runs exactly the opened file, while this object lives.
  var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

  /// - Throws: `DeliveryError` where the program cannot be read.
  init(_ path: String) throws(DeliveryError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw DeliveryError(
        .toolMissing, summary: "The tool cannot be opened",
        detail: "\(path): \(String(cString: strerror(errno))).")
    }
    do {
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      digest = Digest(of: try handle.readToEnd() ?? Data()).hexadecimal
    } catch {
      throw DeliveryError(.toolMissing, summary: "The tool cannot be read", detail: "\(path): \(error).")
    }
  }

  deinit { close(descriptor) }
}
