extension AdviceChanges {
  /// With what changed on another estate.
  package mutating func join(_ other: AdviceChanges) {
    new += other.new
    open += other.open
    applied += other.applied
    realised += other.realised
    withdrawn += other.withdrawn
    unseen += other.unseen
    dismissed += other.dismissed
  }
}
