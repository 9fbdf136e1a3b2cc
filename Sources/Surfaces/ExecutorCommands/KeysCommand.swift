import ArgumentParser
import Basics
import Delivery
import Digests
import Terminal

struct KeysCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys that may approve: lists, exports, trusts and removes them.",
    discussion: """
      Each approver has an Ed25519 key; the private half is a file for its owner alone. The first key on a machine is
      trusted when it is made; every later one is trusted by a person, and each change is in the audit trail.
      'trusted_keys:' in ~/.config/consilium/consilium.yaml or /etc/consilium/consilium.yaml names another list.

      EXAMPLES
        consilium keys
        consilium keys export maria           # prints her public key, and makes the key where there is none
        consilium keys trust tom              # a key on this machine
        consilium keys trust ines 'AAAB…='    # a public key from another machine
        consilium keys remove tom
      """, subcommands: [List.self, Export.self, Trust.self, Remove.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Lists the keys that may approve.", discussion: "EXAMPLES\n  consilium keys")

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      let keys = try options.executor().trustedKeys()
      switch options.format {
      case .json:
        let list = keys.map { key -> JSONValue in
          [
            "name": .string(key.name), "key": .string(KeyRing.line(key)),
            "fingerprint": .string(key.key.fingerprint),
          ]
        }
        Console.output(JSONValue.array(list).pretty)
      case .text: Console.output(keys.map { "\($0.name)  \($0.key.fingerprint)\n" }.joined())
      }
    }
  }

  struct Export: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints a person's public key, to be trusted on another machine.",
      discussion: "EXAMPLES\n  consilium keys export maria > maria.pub")

    @Argument(help: "Whose key on this machine; made where there is none.")
    var name: String

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      let key = try options.executor().ownKey(of: name)
      switch options.format {
      case .json:
        Console.output(JSONValue.object([JSONMember("key", value: .string(KeyRing.line(key)))]).pretty)
      case .text: Console.output("\(KeyRing.line(key))\n")
      }
    }
  }

  struct Trust: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Lets a key approve.",
      discussion: "EXAMPLES\n  consilium keys trust tom\n  consilium keys trust ines \"$(cat ines.pub)\"")

    @Argument(help: "Who approves with it.")
    var name: String

    @Argument(
      help: "The public key, as `keys export` prints it. By default the person's key on this machine.")
    var key: String?

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      let executor = try options.executor()
      let trusted: TrustedKey
      if let key {
        guard let found = KeyRing.key(key) else {
          throw ValidationError("'\(key)' is not an Ed25519 public key.")
        }
        trusted = TrustedKey(name: name, key: found)
      } else {
        trusted = try executor.ownKey(of: name)
      }
      try await executor.trust(trusted)
      Console.output("\(name) may approve with key \(trusted.key.fingerprint)\n")
    }
  }

  struct Remove: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Lets a key approve no more; approvals it signed are worth nothing from now on.",
      discussion: "EXAMPLES\n  consilium keys remove tom")

    @Argument(help: "Whose key.")
    var name: String

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      guard try await options.executor().distrust(name) else {
        throw ValidationError("\(name) is not on the list; `consilium keys` shows it.")
      }
      Console.output("\(name) may approve no more\n")
    }
  }
}
