resource "aws_s3_bucket" "b" {
  bucket = "bucket-pfs-a"
}
resource "aws_efs_file_system" "f" {
  creation_token                  = "efs-a"
  throughput_mode                 = "provisioned"
  provisioned_throughput_in_mibps = 10
}
resource "aws_ecr_repository" "r" {
  name = "repo-a"
}
