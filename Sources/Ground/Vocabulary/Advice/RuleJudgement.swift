/// What became of one rule on one estate. A rule that could not be judged is named with what it needs, never left out.
package struct RuleJudgement: Hashable, Sendable, Codable {
  package var rule: String
  package var number: Int
  package var title: String
  /// Resources that the rule is about.
  package var resources: Int
  /// Of those, how many the rule advises on.
  package var advised: Int
  /// Of those, how many could not be judged.
  package var unjudged: Int
  /// What the rule would need: `--prometheus: ec2_cpu of aws_instance.web`. Empty where everything was judged.
  package var needs: [String]
  /// Where the rule holds and something forbids the advice, what it is: `aws_db_instance.main: it has a read replica`. Nil in
  /// what was written before there were such reasons.
  package var forbidden: [String]?

  package init(
    rule: String, number: Int, title: String, resources: Int, advised: Int, unjudged: Int, needs: [String],
    forbidden: [String]? = nil
  ) {
    self.rule = rule
    self.number = number
    self.title = title
    self.resources = resources
    self.advised = advised
    self.unjudged = unjudged
    self.needs = needs
    self.forbidden = forbidden
  }
}
