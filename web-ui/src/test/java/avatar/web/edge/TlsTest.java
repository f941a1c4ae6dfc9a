package avatar.web.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** The page by HTTPS, with the settings that {@code up --tls-cert} makes; the files are looked at every second here. */
@QuarkusTest
@TestProfile(TlsTest.Https.class)
@QuarkusTestResource(value = TlsTest.CertificateFiles.class, restrictToAnnotatedClass = true)
class TlsTest {

    @TestHTTPResource(value = "/", tls = true)
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI page;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI plain;

    @SuppressWarnings("NullAway.Init") // set by CertificateFiles
    CertificateFiles files;

    @Test
    void usesARenewedCertificateWithoutARestart() throws Exception {
        Certificate first = files.current;
        assertThat(serial(first)).isEqualTo(first.serial());
        assertThat(get(first, "/")).startsWith("HTTP/1.1 200").contains("<title>");

        Certificate renewed = files.renew();

        await().atMost(ofSeconds(20))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> serial(renewed).equals(renewed.serial()));
        assertThat(get(renewed, "/")).startsWith("HTTP/1.1 200").contains("<title>");
    }

    @Test
    void leadsFromPlainHttpToThePage() throws IOException {
        String answer = RawHttp.send(plain, "GET /x?y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 30").containsIgnoringCase("location: https://localhost:");
        assertThat(answer).contains("/x?y");
    }

    private BigInteger serial(Certificate trusted) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(trusted)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private String get(Certificate trusted, String path) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(trusted)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .formatted(path)
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Trusts one certificate and no other. */
    private SSLSocket connect(Certificate trusted) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("page", trusted.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", page.getPort());
        socket.setSoTimeout(5_000);
        return socket;
    }

    public static final class Https implements QuarkusTestProfile {}

    /** The files of the certificate. */
    public static final class CertificateFiles implements QuarkusTestResourceLifecycleManager {

        @SuppressWarnings("NullAway.Init") // by start
        private Path folder;

        @SuppressWarnings("NullAway.Init") // by start
        private volatile Certificate current;

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("avatar-tls");
                renew();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return Map.of(
                    "quarkus.http.tls-configuration-name", "page",
                    "quarkus.tls.page.key-store.pem.page.cert",
                            certificateFile().toString(),
                    "quarkus.tls.page.key-store.pem.page.key", keyFile().toString(),
                    "quarkus.tls.page.reload-period", "1s",
                    "quarkus.http.insecure-requests", "redirect",
                    "quarkus.http.test-ssl-port", "0",
                    "kafka.bootstrap.servers", "localhost:1");
        }

        Certificate renew() throws IOException, InterruptedException, GeneralSecurityException {
            Certificate renewed = Certificate.make(folder);
            renewed.write(certificateFile(), keyFile());
            current = renewed;
            return renewed;
        }

        private Path certificateFile() {
            return folder.resolve("cert.pem");
        }

        private Path keyFile() {
            return folder.resolve("key.pem");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(this, new TestInjector.MatchesType(CertificateFiles.class));
        }

        @Override
        public void stop() {
            List.of("cert.pem", "key.pem")
                    .forEach(name -> folder.resolve(name).toFile().delete());
        }
    }
}
