package ecommerce.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.RunningShop;
import ecommerce.system.Shop;
import ecommerce.system.client.Account;
import ecommerce.system.client.ShopClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uses the pages of the desk for customers and files through the gateway. */
@ExtendWith(RunningShop.class)
class CustomerDeskIT {

    private Shop shop;
    private FormBrowser staff;

    @BeforeEach
    void enter(Shop shop) {
        this.shop = shop;
        staff = new FormBrowser(shop.gateway());
        staff.open("/app/sign-in");
        staff.submit("/app/sign-in", Map.of("username", "admin", "password", shop.staffPassword()));
    }

    @Test
    void findsAndBlocksACustomerWhoThenCannotSignIn() {
        var account = Account.register(new ShopClient(shop.gateway()));
        var page = "/app/desk/customers/" + account.userId();
        assertThat(staff.open("/app/desk/customers?q=" + account.username()).html())
                .contains("href=\"" + page + "\"");
        assertThat(staff.open(page).html()).contains(account.username(), "1 open sign-in");

        staff.open(page + "/block");
        staff.submit(page + "/block", Map.of("reason", "Doesn't pay"));

        assertThat(staff.page().html()).contains("The customer is blocked.", "Blocked by admin: Doesn't pay");
        assertThat(signIn(account)).isEqualTo(401);
        staff.open(page + "/block");
        staff.submit(page + "/unblock", Map.of());
        assertThat(signIn(account)).isEqualTo(200);
        assertThat(staff.open("/app/desk/audit?area=users&subjectType=user&subjectId=" + account.userId())
                        .html())
                .contains("user.block", "reason: Doesn't pay", "href=\"" + page + "\"");
    }

    @Test
    void importsAFileAndDownloadsItsRefusedLines() {
        var sku = "DESK-" + System.nanoTime();
        staff.open("/app/desk/imports");
        staff.upload("/app/desk/imports", """
                sku,productTitle,categoryPath,priceUnit,quantity
                %s,Desk lamp,Desk,12.50,3
                %s-2,Desk lamp,Desk,expensive,3
                """.formatted(sku, sku));
        var job = staff.page().path();
        assertThat(job).as(staff.page().html()).matches("/app/desk/imports/[0-9]+");

        await().atMost(Duration.ofMinutes(1))
                .until(() -> staff.open(job).html().contains("Download the refused lines (1)"));

        assertThat(staff.open(job + "/refusals").html().lines()).startsWith("line,sku,reason");
        assertThat(staff.page().html()).contains("\n3,%s-2,\"priceUnit must be a number".formatted(sku));
        assertThat(staff.open("/app/desk/imports/export").html()).contains("\n" + sku + ",Desk lamp,Desk,12.50,3");
        assertThat(staff.open("/app/desk/imports").html()).contains("href=\"" + job + "\"");
    }

    private int signIn(Account account) {
        return new ShopClient(shop.gateway())
                .send(
                        "POST",
                        "/api/auth/token",
                        "",
                        Map.of("username", account.username(), "password", Account.PASSWORD),
                        Map.of())
                .status();
    }
}
