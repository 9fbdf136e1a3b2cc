{{#edge}}
provider "aws" {
  alias  = "global"
  region = "us-east-1"

  default_tags {
    tags = {
      Project     = var.name
      Environment = var.environment
      ManagedBy   = "opentofu"
    }
  }
}
{{/edge}}
