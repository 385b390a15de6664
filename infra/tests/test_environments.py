"""Compares the environments with the services' own settings and with each other."""

import json
import re

import pytest
import yaml
from conftest import REPOSITORY, RESULTS, client, read
from plans import all_containers, containers, jobs, of, values

LIST = json.loads((REPOSITORY / "infra/services.json").read_text())
SERVICES = {one["name"]: one for one in LIST["services"]}
# Each service that calls others has one, and user-service knows them all.
CLIENT_SECRETS = {name.upper().replace("-", "_") + "_SECRET" for name, one in SERVICES.items() if "calls" in one}


def test_containers_are_read_only_and_unprivileged(stage):
    for name, container in all_containers(stage).items():
        assert container["readonlyRootFilesystem"] and container["user"] not in ("0", "root")
        stops = 90 if name == "api-gateway" else None if name in jobs(stage) else 60
        assert not container.get("privileged") and container.get("stopTimeout") == stops
        assert re.search(r":[0-9a-f]{7,40}$", container["image"])


def test_ecs_rolls_back_a_deployment_of_each_service_that_fails_or_makes_an_alarm_fire(stage):
    """As the API says, so that the alarm exists. Nobody's errors come from the monitoring."""
    alarms = {one["AlarmName"] for one in client("cloudwatch").describe_alarms(AlarmTypes=["MetricAlarm"])["MetricAlarms"]}
    for one in values(stage, "aws_ecs_service"):
        assert one["deployment_circuit_breaker"] == [{"enable": True, "rollback": True}]
        watched = [{"alarm_names": ["stage-alb-5xx-errors"], "enable": True, "rollback": True}] if one["name"] in SERVICES else []
        assert one["alarms"] == watched and all(alarms.issuperset(two["alarm_names"]) for two in watched)


@pytest.mark.parametrize("name", ["stage.tfstate", "stage.json", "stage-plan.json", "stage-paused.json", "prod.json"])
def test_no_secret_is_in_state_or_plan(name):
    text = (RESULTS / name).read_text()
    listed = client("secretsmanager").list_secrets()["SecretList"]
    found = [client("secretsmanager").get_secret_value(SecretId=one["ARN"])["SecretString"] for one in listed]
    assert len(set(found)) == len(found) >= 23
    assert not [one for one in found if one in text]


def application(name: str) -> dict:
    return yaml.safe_load((REPOSITORY / name / "src/main/resources/application.yml").read_text())


def test_a_service_gets_the_ports_and_secrets_of_its_settings(stage):
    services = {name: one for name, one in containers(stage).items() if name not in ("prometheus", "grafana")}
    assert services.keys() == SERVICES.keys()
    for name, container in services.items():
        settings = application(name)
        ports = [settings["server"]["port"], settings["management"]["server"]["port"]]
        assert [one["containerPort"] for one in container["portMappings"]] == ports
        required = set(settings.get("shop", {}).get("required-secrets", [])) | set(LIST["shared_secrets"])
        if "database" in SERVICES[name]:
            assert settings["shop"]["database"]["role"] == SERVICES[name]["database"]
            required.add("DB_PASSWORD")
        if name == "user-service":
            # The service doesn't require it, but an environment does, because only the administrator can create staff.
            required.add("ADMIN_PASSWORD")
            required |= CLIENT_SECRETS
        given = {one["name"]: one["value"] for one in container["environment"]}
        if name == "payment-service":
            # Listed as a required secret, but not a secret.
            required.remove("PAYMENT_PROVIDER")
            assert given["PAYMENT_PROVIDER"] == "sandbox"
        assert {one["name"] for one in container["secrets"]} == required


def passwords(container: dict) -> set[str]:
    """Returns the names of the secrets with passwords of the database, without the suffix that AWS adds."""
    names = {one["valueFrom"].split(":secret:")[1].rsplit("-", 1)[0] for one in container["secrets"]}
    return {name for name in names if "-db-" in name}


def test_a_service_and_its_migration_get_one_password_each(stage):
    with_database = {name: one["database"] for name, one in SERVICES.items() if "database" in one}
    assert len(with_database) == 6
    for name, container in containers(stage).items():
        assert passwords(container) == ({f"stage-ecommerce-{name}-db-password"} if name in with_database else set())
        given = {one["name"]: one["value"] for one in container["environment"]}
        assert given.get("DB_USERNAME") == with_database.get(name)
    made = jobs(stage)
    assert made.keys() == {f"{name}-migration" for name in with_database} | {"database-administration"}
    for name, schema in with_database.items():
        migration = made[f"{name}-migration"]
        assert passwords(migration) == {f"stage-ecommerce-{name}-db-owner-password"}
        assert {"name": "DB_USERNAME", "value": f"{schema}_owner"} in migration["environment"]
        assert migration["image"] == containers(stage)[name]["image"]


def test_only_the_administrators_task_gets_the_master_password(stage):
    master = "stage-ecommerce-db-master-password"
    assert {name for name, one in all_containers(stage).items() if master in passwords(one)} == {"database-administration"}
    administration = jobs(stage)["database-administration"]
    assert {"name": "DB_USERNAME", "value": "dbadmin"} in administration["environment"]
    assert len(administration["secrets"]) == 1 + 2 * 6


def test_only_staging_can_switch_its_limits_off(stage):
    assert not [name for name, container in containers(stage).items() for one in container["environment"] if one["name"] == "RATE_LIMITS"]
    production = read("prod.json")["configuration"]["root_module"]
    for one in (production["variables"], production["module_calls"]["shop"]["expressions"]):
        assert "accept_anonymous_clients" in one and "rate_limits" not in one


def test_jobs_run_programs_that_exist(stage):
    for job in jobs(stage).values():
        program = job["entryPoint"][-1].replace(".", "/")
        source = REPOSITORY / f"service-defaults/database/src/main/java/{program}.java"
        assert "public static void main(" in source.read_text()


def test_the_database_url_adds_tls_to_the_default_url(stage):
    settings = REPOSITORY / "service-defaults/src/main/resources/service-database.yml"
    own = re.sub(r":[a-z]+}", "}", yaml.safe_load(settings.read_text())["spring"]["datasource"]["url"])
    for container in containers(stage).values():
        given = {one["name"]: one["value"] for one in container["environment"]}
        if "DB_ENDPOINT" in given:
            assert given["SPRING_DATASOURCE_URL"].startswith(own + "&sslmode=verify-full&")
            assert given["DB_CA_CERTIFICATE"].startswith("-----BEGIN CERTIFICATE-----")


def test_path_patterns_of_the_load_balancer_cover_the_routes_of_the_gateway(stage):
    patterns = {
        path
        for rule in values(stage, "aws_lb_listener_rule")
        for condition in rule["condition"]
        for group in condition["path_pattern"]
        for path in group["values"]
    }
    served = {"/api/actuator/health"}
    for service, route in application("api-gateway")["shop"]["routes"].items():
        resources = route.get("resources", [])
        served |= {f"/api/{resource}/**" for resource in resources} | {f"/app/api/{resource}/**" for resource in resources}
        served |= {f"/{service}/api/**"} if resources else set()
        served |= {f"/v3/api-docs/{service}", *route.get("paths", [])}
    assert {"/api/orders/**", "/order-service/api/**", "/oauth2/**", "/app/**"} <= served
    assert {"/", "/robots.txt", "/sitemap.xml"} <= served
    prefixes = tuple(pattern.removesuffix("*") for pattern in patterns if pattern.endswith("*"))
    assert not [path for path in served if path not in patterns and not path.startswith(prefixes)]


def test_production_differs_from_staging_as_documented(stage, prod):
    (small,), (large,) = values(stage, "aws_db_instance"), values(prod, "aws_db_instance")
    assert (small["multi_az"], large["multi_az"]) == (False, True)
    assert (small["instance_class"], large["instance_class"]) == ("db.t3.small", "db.t3.medium")
    assert (small["deletion_protection"], large["deletion_protection"]) == (False, True)
    assert (small["backup_retention_period"], large["backup_retention_period"]) == (7, 30)
    assert [one["enable_deletion_protection"] for one in values(prod, "aws_lb")] == [True]

    def services(everything):
        return [one for one in of(everything, "aws_ecs_task_definition") if "module.service" in one["address"]]

    assert {(one["values"]["cpu"], one["values"]["memory"]) for one in services(stage)} == {("512", "1024")}
    assert {(one["values"]["cpu"], one["values"]["memory"]) for one in services(prod)} == {("1024", "2048")}

    counts = {one["values"]["name"]: one["values"]["desired_count"] for one in of(prod, "aws_ecs_service")}
    alone = {"service-discovery", "prometheus", "grafana"}
    assert {count for name, count in counts.items() if name not in alone} == {2}
    assert {count for name, count in counts.items() if name in alone} == {1}
    targets = values(prod, "aws_appautoscaling_target")
    assert [(one["min_capacity"], one["max_capacity"]) for one in targets] == [(2, 3)] * (len(SERVICES) - 1)
    assert len(of(prod, "aws_appautoscaling_policy")) == len(SERVICES) - 1 and not of(stage, "aws_appautoscaling_target")


def test_production_uses_only_tls(prod):
    listeners = {one["port"]: one for one in values(prod, "aws_lb_listener")}
    assert {port: one["protocol"] for port, one in listeners.items()} == {
        80: "HTTP", 443: "HTTPS", 8761: "HTTPS", 9090: "HTTPS", 3000: "HTTPS"
    }  # fmt: skip
    assert listeners[80]["default_action"][0]["redirect"][0]["status_code"] == "HTTP_301"
    assert len(of(prod, "aws_acm_certificate_validation")) == 1


def test_a_gateway_drains_until_the_load_balancer_has_noticed(stage):
    (check,) = [one["health_check"][0] for one in values(stage, "aws_lb_target_group") if one["name"].endswith("api-gw-tg")]
    gateway = containers(stage)["api-gateway"]
    drain = int({one["name"]: one["value"] for one in gateway["environment"]}["DRAIN"].removesuffix("s"))
    assert check["interval"] * check["unhealthy_threshold"] < drain
    settings = yaml.safe_load((REPOSITORY / "cloud-config/src/main/resources/config/application.yml").read_text())
    assert drain + int(settings["spring"]["lifecycle"]["timeout-per-shutdown-phase"].removesuffix("s")) < gateway["stopTimeout"]


def test_only_the_registry_and_prometheus_stop_before_their_successors_start(stage, prod):
    for everything in (stage, prod):
        percents = {
            one["name"]: (one["deployment_minimum_healthy_percent"], one["deployment_maximum_percent"])
            for one in values(everything, "aws_ecs_service")
        }
        assert percents.pop("service-discovery") == percents.pop("prometheus") == (0, 100)
        assert set(percents.values()) == {(100, 200)}


def test_only_proxy_client_reaches_alertmanager(stage):
    """Whoever reaches it can silence alerts. No range of the services' own ports may include it either."""
    groups = {one["name"]: one["id"] for one in values(stage, "aws_security_group")}
    members = {one["name"]: set(one["network_configuration"][0]["security_groups"]) for one in values(stage, "aws_ecs_service")}
    assert {name for name, own in members.items() if groups["stage-ecommerce-alert-clients-sg"] in own} == {"proxy-client"}
    assert {name for name, own in members.items() if groups["stage-ecommerce-alerts-sg"] in own} == {"prometheus"}
    opened = [one for one in values(stage, "aws_vpc_security_group_ingress_rule") if one["from_port"] <= 9093 <= one["to_port"]]
    assert [one["security_group_id"] for one in opened] == [groups["stage-ecommerce-alerts-sg"]]


def test_a_release_watches_alarms_that_concern_customers(prod):
    """A busy database or a restart of the monitoring is no reason to roll a release back."""
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/deploy-prod.yml").read_text())
    prefix = workflow["jobs"]["release"]["with"]["alarms"]
    watched = {one["alarm_name"]: one for one in values(prod, "aws_cloudwatch_metric_alarm") if one["alarm_name"].startswith(prefix)}
    assert {"prod-alb-5xx-errors", "prod-alb-own-5xx-errors", "prod-alb-no-healthy-gateway", "prod-alb-slow-responses"} <= set(watched)
    assert {one["namespace"] for one in watched.values()} == {"AWS/ApplicationELB"}


def test_the_page_explains_each_alarm(everything):
    page = (REPOSITORY / "docs/staging-environment.md").read_text()
    for kind in ("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"):
        for one in values(everything, kind):
            name = re.sub(r"^prod-", "stage-", one["alarm_name"])
            name = re.sub(r"us-east-1[a-z]$", "ZONE", re.sub(r"(tasks-missing)-\d$", r"\1", name))
            assert f"`{name}" in page, name


def test_only_the_roots_name_versions_and_they_agree():
    roots = [REPOSITORY / "infra" / one for one in ("aws-backend-bootstrap", "aws-environments/stage", "aws-environments/prod")]
    needed = {tuple(re.findall(r'(?:required_)?version += "(.*)"', (one / "versions.tf").read_text())) for one in roots}
    assert len(needed) == 1 and len(needed.pop()) == 2
    assert len({re.search(r'version += "(.*)"', (one / ".terraform.lock.hcl").read_text())[1] for one in roots}) == 1
    assert not list((REPOSITORY / "infra/modules").glob("*/versions.tf"))


def test_a_container_has_the_memory_of_its_task(stage):
    """Otherwise the JVM takes the memory of AWS's machine for its own."""
    for task in values(stage, "aws_ecs_task_definition"):
        (container,) = json.loads(task["container_definitions"])
        assert str(container["memory"]) == task["memory"]


def test_a_pause_stops_every_service_and_not_the_database(paused):
    """Its backups and AWS's maintenance are at night, outside the working hours."""
    stops = [one for one in of(paused, "aws_appautoscaling_scheduled_action") if one["index"] == "stop"]
    assert {one["values"]["resource_id"].split("/")[-1] for one in stops} == {one["name"] for one in values(paused, "aws_ecs_service")}
    assert {int(one["values"]["scalable_target_action"][0]["max_capacity"]) for one in stops} == {0}
    assert {one["values"]["schedule"] for one in stops} == {"cron(0 20 ? * MON-FRI *)"}
    assert not of(paused, "aws_scheduler_schedule")


def test_the_plan_after_the_apply_is_empty():
    changes = read("stage-plan.json").get("resource_changes", [])
    assert changes and not [one["address"] for one in changes if one["change"]["actions"] != ["no-op"] and one["mode"] == "managed"]
