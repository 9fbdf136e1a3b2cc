import Basics

/// A caller's hold on a transfer: who lets go of it, or is cancelled while waiting, aborts the transfer.
final class TransferLease: Sendable {
  private let transfer: Transfer
  private let mailbox: CurlMailbox

  init(transfer: Transfer, mailbox: CurlMailbox) {
    self.transfer = transfer
    self.mailbox = mailbox
  }

  deinit {
    if transfer.ending() == nil { mailbox.post(.cancel(transfer)) }
  }

  func head() async throws(HTTPError) -> HTTPHead {
    while true {
      switch transfer.currentHead() {
      case .head(let head): return head
      case .end(.failure(let error)): throw error
      default: await wait(for: .head)
      }
    }
  }

  func chunk() async throws(HTTPError) -> [UInt8]? {
    while true {
      switch transfer.nextPiece() {
      case .chunk(let chunk, let resumes):
        if resumes { mailbox.post(.resume(transfer)) }
        return chunk
      case .end(.failure(let error)): throw error
      case .end(.success): return nil
      default: await wait(for: .chunk)
      }
    }
  }

  func end() async throws(HTTPError) -> HTTPHead {
    while true {
      if let (end, head) = transfer.ending() {
        try end.get()
        return head ?? HTTPHead(status: 0)
      }
      await wait(for: .end)
    }
  }

  private func wait(for interest: Transfer.Interest) async {
    let (transfer, mailbox) = (transfer, mailbox)
    await withTaskCancellationHandler {
      await transfer.wait(for: interest)
    } onCancel: {
      transfer.cancel(
        HTTPError(.cancelled, summary: "Cancelled", detail: "The exchange was cancelled by its caller."))
      mailbox.post(.cancel(transfer))
    }
  }
}
