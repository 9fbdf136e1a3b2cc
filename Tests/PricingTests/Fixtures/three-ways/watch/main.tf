resource "aws_cloudwatch_log_group" "l" {
  name = "lg-a"
}
resource "aws_cloudwatch_metric_alarm" "m" {
  alarm_name          = "alarm-a"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 60
  statistic           = "Average"
  threshold           = 80
}
resource "aws_cloudwatch_metric_alarm" "fast" {
  alarm_name          = "alarm-b"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 10
  statistic           = "Average"
  threshold           = 80
}
resource "aws_cloudwatch_dashboard" "d" {
  dashboard_name = "dash-a"
  dashboard_body = jsonencode({ widgets = [] })
}
