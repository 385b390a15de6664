terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # Pass the bucket that aws-backend-bootstrap created to init: -backend-config=bucket=NAME
  backend "s3" {
    key          = "stage/terraform.tfstate"
    region       = "us-east-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      Project     = "ecommerce"
      Environment = "stage"
      ManagedBy   = "terraform"
    }
  }
}
