resource "aws_elasticache_cluster" "a" {
  cluster_id      = "cache-a"
  engine          = "redis"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}
resource "aws_elasticache_replication_group" "r" {
  replication_group_id = "rg-a"
  description          = "rg"
  node_type            = "cache.m6g.large"
  num_cache_clusters   = 3
}
