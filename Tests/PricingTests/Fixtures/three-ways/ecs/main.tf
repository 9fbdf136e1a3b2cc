resource "aws_vpc" "v" {
  cidr_block = "10.3.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.3.0.0/24"
  availability_zone = "us-east-1a"
}
resource "aws_ecs_cluster" "c" {
  name = "ecs-a"
}
resource "aws_ecs_task_definition" "t" {
  family                   = "task-a"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  container_definitions    = jsonencode([{ name = "a", image = "nginx", essential = true }])
}
resource "aws_ecs_service" "s" {
  name            = "svc-a"
  cluster         = aws_ecs_cluster.c.id
  task_definition = aws_ecs_task_definition.t.arn
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration {
    subnets = [aws_subnet.s.id]
  }
}
