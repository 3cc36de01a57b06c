package org.jiceng.activity.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real server that speaks S3, in a process of its own: its libraries are not ours. */
class S3StoreTest {
  private static final String SERVER = "target/s3/s3proxy.jar";

  @TempDir static Path directory;

  private static Process server;
  private static URI endpoint;

  /** How the store of the test is reached. */
  private record Reached(String bucket, String accessKey, String secretKey)
      implements AttachmentsConfig.S3 {
    @Override
    public Optional<URI> endpoint() {
      return Optional.of(S3StoreTest.endpoint);
    }

    @Override
    public Optional<String> region() {
      return Optional.empty();
    }

    @Override
    public Optional<Boolean> pathStyle() {
      return Optional.empty();
    }
  }

  @BeforeAll
  static void aServerWithABucket() throws IOException {
    int port = freePort();
    endpoint = URI.create("http://127.0.0.1:" + port);
    Path settings =
        Files.writeString(
            directory.resolve("s3proxy.conf"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=somebody
            s3proxy.credential=a-secret
            jclouds.provider=transient
            jclouds.identity=x
            jclouds.credential=x
            """
                .formatted(endpoint));
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                SERVER,
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("s3proxy.log").toFile())
            .start();
    await().atMost(Duration.ofMinutes(2)).until(() -> answers(port));
    client().createBucket(create -> create.bucket("jiceng"));
  }

  @AfterAll
  static void theServerEnds() throws InterruptedException {
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsPutIsOpenedListedAndDeleted() throws IOException {
    S3Store store = store("a-secret");
    UUID id = UUID.randomUUID();
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    store.put(id, Files.write(directory.resolve("file"), content));
    try (var stream = store.open(id)) {
      assertThat(stream.readAllBytes()).isEqualTo(content);
    }
    for (String foreign : List.of("attachments/", "attachments/readme.txt")) {
      client().putObject(put -> put.bucket("jiceng").key(foreign), RequestBody.fromString("x"));
    }
    assertThat(olderThan(store, Instant.now().plusSeconds(3600))).containsExactly(id);
    assertThat(olderThan(store, Instant.now().minusSeconds(3600))).isEmpty();
    store.delete(id);
    store.delete(id);
    assertThatThrownBy(() -> store.open(id)).isInstanceOf(NoSuchFileException.class);
    assertThat(olderThan(store, Instant.now().plusSeconds(3600))).isEmpty();
  }

  @Test
  void aStoreThatRefusesIsAFailureToStore() throws IOException {
    Path file = Files.writeString(directory.resolve("refused"), "x");
    assertThatThrownBy(() -> store("another-secret").put(UUID.randomUUID(), file))
        .isInstanceOf(IOException.class);
  }

  private static S3Client client() {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .endpointOverride(endpoint)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("somebody", "a-secret")))
        .build();
  }

  private static S3Store store(String secret) {
    return new S3Store(new Reached("jiceng", "somebody", secret));
  }

  private static List<UUID> olderThan(S3Store store, Instant moment) throws IOException {
    List<UUID> found = new ArrayList<>();
    store.eachOlderThan(moment, found::addAll);
    return found;
  }

  private static boolean answers(int port) {
    assertThat(server.isAlive()).isTrue();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
