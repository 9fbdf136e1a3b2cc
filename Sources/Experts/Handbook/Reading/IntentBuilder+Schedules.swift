import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// A time of day belongs to the days named nearest to it; a schedule that says less never replaces one that says more.
  mutating func bindSchedules() throws(ExpertError) {
    var schedules: [(mention: Mention, value: JSONValue)] = []
    var clocks: [(mention: Mention, value: JSONValue)] = []
    for mention in mentions {
      guard case .fact(let id, let value) = mention.sense else { continue }
      if id == "schedule" { schedules.append((mention, value)) }
      if id == "clock" { clocks.append((mention, value)) }
    }
    for clock in clocks {
      let nearest = schedules.indices.min {
        distance(schedules[$0].mention.span, right: clock.mention.span)
          < distance(schedules[$1].mention.span, right: clock.mention.span)
      }
      if let nearest, let value = ScheduleReader.moved(schedules[nearest].value, to: clock.value) {
        schedules[nearest].value = value
        schedules[nearest].mention.words += " " + clock.mention.words
        understood.formUnion(clock.mention.span)
      } else {
        schedules.append(clock)
      }
    }
    let (plain, exact) = (
      schedules.filter { $0.value == ScheduleReader.daily },
      schedules.filter { $0.value != ScheduleReader.daily }
    )
    for schedule in exact { try bind("schedule", value: schedule.value, mention: schedule.mention) }
    for schedule in plain {
      if let target = try bestTarget(for: "schedule", schedule.mention),
        components[target.index].settings[target.parameter.name]?.words.isEmpty == false
      {
        continue
      }
      try bind("schedule", value: schedule.value, mention: schedule.mention)
    }
  }
}
