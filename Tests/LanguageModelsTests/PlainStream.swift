/// The pieces of a plain streamed answer of OpenAI's protocol.
enum PlainStream {
  static let said = #"data: {"choices":[{"index":0,"delta":{"content":"Good day"}}]}"# + "\n\n"
  static let stop = #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\n"
  static let good = RecordedTransport.Answer(text: said + stop + "data: [DONE]\n\n")
}
