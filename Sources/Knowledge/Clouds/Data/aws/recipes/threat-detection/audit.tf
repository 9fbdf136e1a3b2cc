resource "aws_guardduty_detector" "{{label}}" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}
