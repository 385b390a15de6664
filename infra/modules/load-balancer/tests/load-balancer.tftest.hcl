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
  mock_resource "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/stage-ecommerce-alb/0123456789abcdef" }
  }
  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/stage-ecommerce/0123456789abcdef" }
  }
  mock_resource "aws_lb_listener" {
    defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/stage-ecommerce-alb/0123456789abcdef/0123456789abcdef" }
  }
}

variables {
  name       = "stage-ecommerce"
  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-1", "subnet-2"]
  gateway = {
    port        = 8080
    health_path = "/api/actuator/health"
    paths       = ["/api", "/api/*", "/app", "/app/*", "/oauth2/*", "/.well-known/*", "/swagger-ui/*"]
  }
  operator_endpoints = {
    service-discovery = { port = 8761, health_path = "/actuator/health", health_port = 9761 }
    grafana           = { port = 3000, health_path = "/api/health" }
  }
}

run "without_operator_ranges_their_ports_are_closed" {
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.operators) == 0
    error_message = "Without operator ranges, there must be no rule for their ports."
  }
  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.public) == ["80"]
    error_message = "Without a domain, only port 80 must be public."
  }
  assert {
    condition     = length(aws_acm_certificate.this) == 0 && length(aws_route53_record.this) == 0
    error_message = "Without a domain, there must be no certificate and no address."
  }
  assert {
    condition     = alltrue([for rule in aws_lb_listener_rule.gateway : length(one(one(rule.condition).path_pattern).values) <= 5])
    error_message = "A rule must have at most five patterns, the limit of AWS."
  }
}

run "operators_reach_their_ports" {
  variables {
    operator_cidrs = ["192.0.2.0/24", "198.51.100.7/32"]
  }
  assert {
    condition = toset([for rule in aws_vpc_security_group_ingress_rule.operators : "${rule.cidr_ipv4} ${rule.from_port}"]) == toset([
      "192.0.2.0/24 8761", "192.0.2.0/24 3000", "198.51.100.7/32 8761", "198.51.100.7/32 3000"
    ])
    error_message = "Each range must reach each operator port and no other."
  }
  assert {
    condition     = one(aws_lb_target_group.operators["service-discovery"].health_check).port == "9761" && one(aws_lb_target_group.operators["grafana"].health_check).port == "traffic-port"
    error_message = "The health check must use the target's health port, or the traffic port."
  }
}

run "with_a_domain_all_listeners_use_tls" {
  variables {
    domain = { name = "shop.example.com", hosted_zone_id = "Z0123456789ABCDEFGHIJ" }
  }
  assert {
    condition     = aws_lb_listener.public.port == 443 && aws_lb_listener.redirect[0].default_action[0].redirect[0].status_code == "HTTP_301"
    error_message = "Port 80 must only redirect."
  }
  assert {
    condition     = alltrue([for listener in aws_lb_listener.operators : listener.protocol == "HTTPS"])
    error_message = "The operators' listeners must use TLS."
  }
  assert {
    condition     = aws_route53_record.validation["shop.example.com"].name == "_proof.shop.example.com" && aws_route53_record.this[0].name == "shop.example.com"
    error_message = "The validation record and the address of the domain must exist."
  }
}

run "the_whole_internet_as_operator_range_is_refused" {
  command = plan
  variables {
    operator_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.operator_cidrs]
}

run "one_subnet_is_refused" {
  command = plan
  variables {
    subnet_ids = ["subnet-1"]
  }
  expect_failures = [var.subnet_ids]
}

run "a_url_as_domain_is_refused" {
  command = plan
  variables {
    domain = { name = "https://shop.example.com", hosted_zone_id = "Z0123456789ABCDEFGHIJ" }
  }
  expect_failures = [var.domain]
}
