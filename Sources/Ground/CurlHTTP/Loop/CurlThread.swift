import Glibc

/// Starts the thread that owns every libcurl handle.
enum CurlThread {
  private final class Start {
    let mailbox: CurlMailbox

    init(_ mailbox: CurlMailbox) { self.mailbox = mailbox }
  }

  static func start(mailbox: CurlMailbox) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Start(mailbox)).toOpaque()
    let failed = pthread_create(
      &thread, nil,
      { context in
        if let context {
          let start = Unmanaged<Start>.fromOpaque(context).takeRetainedValue()
          CurlLoop(mailbox: start.mailbox).run()
        }
        return nil
      }, context)
    precondition(failed == 0, "The system gives no thread (error \(failed)).")
    pthread_detach(thread)
  }
}
