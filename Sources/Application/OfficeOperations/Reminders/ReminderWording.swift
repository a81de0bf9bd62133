// The Chinese sentences about reminders.

enum ReminderWording {
  static let nobodyMeant = "没有可催的单位：可能都已经交齐，或还没有选。"
}
