variable "{{label}}_start" {
  description = "First day of the month that the budget counts from, as 2026-01-01T00:00:00Z; not before this month."
  type        = string
}
