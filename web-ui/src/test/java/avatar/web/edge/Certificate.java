package avatar.web.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A certificate for localhost that nobody has signed, made by the JDK's keytool. */
record Certificate(X509Certificate certificate, Key key) {

    private static final String ALIAS = "page";
    private static final String PASSWORD = "changeit";

    static Certificate make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("store-%d.p12".formatted(System.nanoTime()));
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool ended with " + keytool.exitValue());
        }
        KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new Certificate(
                (X509Certificate) made.getCertificate(ALIAS), made.getKey(ALIAS, PASSWORD.toCharArray()));
    }

    /** Puts both files in the place of others, as a tool that renews certificates does. */
    void write(Path certificateFile, Path keyFile) throws IOException, GeneralSecurityException {
        replace(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
        replace(keyFile, pem("PRIVATE KEY", key.getEncoded()));
    }

    BigInteger serial() {
        return certificate.getSerialNumber();
    }

    private static void replace(Path file, String content) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, content);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
    }
}
