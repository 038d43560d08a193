package dev.dateline.store.firestore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.store.StoreException;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FirestoreAwayTest {

    @Test
    void whereNobodyListensIsSaidWithinSeconds() throws IOException {
        String address;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "127.0.0.1:" + socket.getLocalPort();
        }

        assertSaid(address);
    }

    @Test
    void whoListensButDoesNotAnswerIsSaidWithinSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertSaid("127.0.0.1:" + silent.getLocalPort());
        }
    }

    private static void assertSaid(String address) {
        var settings = new StoreSettings(StoreSettings.Type.FIRESTORE, null, "nobodys", address);

        assertThatThrownBy(() -> Stores.openToWrite(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the Firestore emulator at " + address + " (project nobodys): ");
    }
}
