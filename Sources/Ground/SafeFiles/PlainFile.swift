import Basics
import Foundation
import Glibc

/// An ordinary file that is read within bounds: a pipe is not waited for, a device never begun, a long file never held.
package struct PlainFile: Hashable, Sendable {
  package let path: String

  /// - Parameter path: links are followed; what they lead to has to be an ordinary file.
  package init(_ path: String) {
    self.path = path
  }

  /// The file's bytes.
  /// - Parameter limit: in bytes; a longer file is refused before it is read.
  /// - Throws: `SafeFileError`.
  package func contents(limit: Int) throws(SafeFileError) -> [UInt8] {
    try contents(limit: limit) { (_) throws(SafeFileError) in }
  }

  /// - Parameter check: is shown the status of the very file that is read.
  func contents(
    limit: Int, flags: Int32 = 0, check: (stat) throws(SafeFileError) -> Void
  ) throws(SafeFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags)
    guard descriptor >= 0 else {
      let code = errno
      throw refused(code == ENOENT ? .missing : .unreadable, why: String(cString: strerror(code)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw refused(.notPlain, why: "it is not an ordinary file")
    }
    try check(status)
    let tooLong = refused(.tooLong, why: "it is longer than \(limit) bytes")
    guard status.st_size <= limit else { throw tooLong }
    do {
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      var bytes: [UInt8] = []
      // A file of the kernel's says that it is empty, and one that is written to grows while it is read.
      while let part = try handle.read(upToCount: min(1 << 20, limit + 1 - bytes.count)), !part.isEmpty {
        bytes += part
        if bytes.count > limit { throw tooLong }
      }
      return bytes
    } catch let error as SafeFileError {
      throw error
    } catch {
      throw refused(.unreadable, why: "\(error)")
    }
  }

  private func refused(_ code: SafeFileErrorCode, why: String) -> SafeFileError {
    SafeFileError(code, summary: "File cannot be read", detail: "\(path): \(why).")
  }
}
