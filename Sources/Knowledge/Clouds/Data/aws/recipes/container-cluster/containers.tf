resource "aws_ecs_cluster" "{{label}}" {
  name = var.name

  setting {
    name  = "containerInsights"
    {{#insights}}
    value = "enabled"
    {{/insights}}
    {{^insights}}
    value = "disabled"
    {{/insights}}
  }
}

resource "aws_ecs_cluster_capacity_providers" "{{label}}" {
  cluster_name       = aws_ecs_cluster.{{label}}.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}
