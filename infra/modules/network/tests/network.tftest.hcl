mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/stage-ecommerce-flow-logs" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:/vpc/stage-ecommerce-refused" }
  }
}

variables {
  name               = "stage-ecommerce"
  cidr_block         = "10.1.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b"]

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
}

run "each_zone_has_its_own_nat_gateway" {
  assert {
    condition     = length(aws_nat_gateway.this) == 2 && length(aws_eip.nat) == 2
    error_message = "There must be one NAT gateway with one address per zone."
  }
  assert {
    condition = alltrue([
      for zone in var.availability_zones : aws_route.nat[zone].nat_gateway_id == aws_nat_gateway.this[zone].id
    ])
    error_message = "A private subnet must use the NAT gateway of its own zone."
  }
}

run "refused_traffic_is_logged" {
  command = plan
  assert {
    condition     = aws_flow_log.refused.traffic_type == "REJECT" && aws_cloudwatch_log_group.refused.name == "/vpc/stage-ecommerce-refused"
    error_message = "The network must log what its security groups refuse."
  }
}

run "subnets_do_not_overlap" {
  command = plan

  assert {
    condition = toset(concat(
      [for subnet in aws_subnet.public : subnet.cidr_block], [for subnet in aws_subnet.private : subnet.cidr_block]
    )) == toset(["10.1.0.0/20", "10.1.16.0/20", "10.1.128.0/20", "10.1.144.0/20"])
    error_message = "The four subnets must be the /20 blocks 0, 1, 8 and 9."
  }
  assert {
    condition     = join(" ", output.public_subnet_cidrs) == "10.1.0.0/20 10.1.16.0/20" && join(" ", output.private_subnet_cidrs) == "10.1.128.0/20 10.1.144.0/20"
    error_message = "The address ranges must be listed by kind of subnet."
  }
  assert {
    condition     = alltrue([for subnet in aws_subnet.public : !subnet.map_public_ip_on_launch])
    error_message = "Subnets must not assign public addresses."
  }
}

run "one_zone_is_refused" {
  command = plan
  variables {
    availability_zones = ["us-east-1a"]
  }
  expect_failures = [var.availability_zones]
}

run "a_small_range_is_refused" {
  command = plan
  variables {
    cidr_block = "10.1.0.0/24"
  }
  expect_failures = [var.cidr_block]
}

run "all_zones_can_share_a_nat_gateway" {
  command = plan
  variables {
    single_nat_gateway = true
  }
  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_eip.nat) == 1 && length(aws_route.nat) == 2
    error_message = "One gateway must serve the private subnets of all zones."
  }
}
