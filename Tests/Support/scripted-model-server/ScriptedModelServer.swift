import Glibc
import ScriptedServer

/// The scripted server as a program: prints its address, serves until it is ended. A script is sent as
/// `POST /script` with `{"rules": […]}`.
@main
struct ScriptedModelServer {
  static func main() throws {
    let server = try ScriptedServer()
    print(server.address)
    fflush(nil)
    while true { pause() }
  }
}
