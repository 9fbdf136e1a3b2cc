resource "aws_vpc" "v" {
  cidr_block = "10.2.0.0/16"
}
resource "aws_subnet" "s" {
  count             = 2
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.2.${count.index}.0/24"
  availability_zone = element(["us-east-1a", "us-east-1b"], count.index)
}
resource "aws_iam_role" "r" {
  name               = "eks-role"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "eks.amazonaws.com" } }] })
}
resource "aws_eks_cluster" "c" {
  name     = "eks-a"
  role_arn = aws_iam_role.r.arn
  version  = "1.33"
  vpc_config {
    subnet_ids = aws_subnet.s[*].id
  }
}
resource "aws_eks_node_group" "n" {
  cluster_name    = aws_eks_cluster.c.name
  node_group_name = "ng-a"
  node_role_arn   = aws_iam_role.r.arn
  subnet_ids      = aws_subnet.s[*].id
  instance_types  = ["t3.large"]
  disk_size       = 40
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 1
  }
}
