mock_provider "aws" {}

variables {
  namespace    = "ecommerce"
  repositories = ["order-service", "grafana"]
}

run "tags_are_immutable_and_images_are_scanned" {
  command = plan
  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE" && one(repository.image_scanning_configuration).scan_on_push])
    error_message = "Every repository must be immutable and scanned."
  }
  assert {
    condition     = toset([for repository in aws_ecr_repository.this : repository.name]) == toset(["ecommerce/order-service", "ecommerce/grafana"])
    error_message = "A repository's name must be the namespace and the image."
  }
}

run "keeping_too_few_images_is_refused" {
  command = plan
  variables {
    keep_images = 1
  }
  expect_failures = [var.keep_images]
}

run "upper_case_is_refused" {
  command = plan
  variables {
    repositories = ["OrderService"]
  }
  expect_failures = [var.repositories]
}
