mock_provider "aws" {
  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
      domain_validation_options = [{
        domain_name           = "shop.example.com"
        resource_record_name  = "_proof.shop.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_proof.acm-validations.aws"
      }]
    }
  }
}

variables {
  domain_name    = "shop.example.com"
  hosted_zone_id = "Z0123456789ABCDEFGHIJ"
  load_balancer  = { dns_name = "lb.us-east-1.elb.amazonaws.com", zone_id = "Z35SXDOTRQ7X7K" }
}

run "the_domain_is_validated_and_points_to_the_load_balancer" {
  assert {
    condition     = aws_route53_record.validation["shop.example.com"].name == "_proof.shop.example.com"
    error_message = "The validation record of the domain must exist."
  }
  assert {
    condition     = one(aws_route53_record.this.alias).name == "lb.us-east-1.elb.amazonaws.com"
    error_message = "The domain must point to the load balancer."
  }
}

run "a_url_is_refused" {
  command = plan
  variables {
    domain_name = "https://shop.example.com"
  }
  expect_failures = [var.domain_name]
}
