locals {
  # A zip with index.py and index.mjs that answer every call with a placeholder.
  placeholder_program = "UEsDBBQAAAAIAAAAIVwaFE07WwAAAGEAAAAIAAAAaW5kZXgucHkdxzEKgDAQBdHeUyxbKQQRS1tv4A2i+yVCSCRZRRHvbnCqN4KVnA3ikWqcCGpoiUFxaTNUVErQIwV6OKvVI49RwAP1XWeI5yh3GZ6we7uA1G2ZfrroBanlt/oAUEsDBBQAAAAIAAAAIVyvmGdWWgAAAF0AAAAJAAAAaW5kZXgubWpzHcYxCoAwDAXQ3VN8nCyIiKOiizfwBrUNVCiNNBEs4t0F3/ToPjkrHCdRBJt8pIwZVkpyaAzmBc0DUauXrOxpxND3LXb2ZUS90RmtI2g4BH8DR0+5q/GaqfoAUEsBAhQDFAAAAAgAAAAhXBoUTTtbAAAAYQAAAAgAAAAAAAAAAAAAAKQBAAAAAGluZGV4LnB5UEsBAhQDFAAAAAgAAAAhXK+YZ1ZaAAAAXQAAAAkAAAAAAAAAAAAAAKQBgQAAAGluZGV4Lm1qc1BLBQYAAAAAAgACAG0AAAACAQAAAAA="
}

resource "aws_s3_bucket" "{{label}}" {
  bucket_prefix = "${var.name}-programs-"
}

resource "aws_s3_bucket_public_access_block" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_versioning" "{{label}}" {
  bucket = aws_s3_bucket.{{label}}.id

  versioning_configuration {
    status = "Enabled"
  }
}
