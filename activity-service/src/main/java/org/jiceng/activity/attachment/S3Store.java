package org.jiceng.activity.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** In a bucket of a store that speaks S3: an object for each, under a prefix of ours. */
final class S3Store implements AttachmentStore {
  private static final String PREFIX = "attachments/";

  private final S3Client client;
  private final String bucket;

  S3Store(AttachmentsConfig.S3 config) {
    this.bucket = config.bucket();
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(config.region().map(Region::of).orElse(Region.US_EAST_1))
            .forcePathStyle(config.pathStyle().orElse(true))
            // what came after the first S3 is not understood by all that are compatible with it
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(config.accessKey(), config.secretKey())));
    config.endpoint().ifPresent(builder::endpointOverride);
    this.client = builder.build();
  }

  @Override
  public void put(UUID id, Path file) throws IOException {
    asked(
        () -> client.putObject(put -> put.bucket(bucket).key(key(id)), RequestBody.fromFile(file)));
  }

  @Override
  public InputStream open(UUID id) throws IOException {
    return asked(() -> client.getObject(get -> get.bucket(bucket).key(key(id))));
  }

  @Override
  public void delete(UUID id) throws IOException {
    asked(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key(id))));
  }

  @Override
  public void eachOlderThan(Instant moment, Consumer<List<UUID>> some) throws IOException {
    asked(
        () -> {
          client
              .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(PREFIX))
              .forEach(page -> some.accept(older(page, moment)));
          return true;
        });
  }

  private static List<UUID> older(ListObjectsV2Response page, Instant moment) {
    return page.contents().stream()
        .filter(object -> object.lastModified().isBefore(moment))
        .map(S3Object::key)
        .flatMap(key -> AttachmentStore.idOf(key.substring(PREFIX.length())).stream())
        .toList();
  }

  private static <T> T asked(Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (NoSuchKeyException e) {
      throw new NoSuchFileException(e.getMessage());
    } catch (SdkException e) {
      throw new IOException("the store has refused or is not there", e);
    }
  }

  private static String key(UUID id) {
    return PREFIX + id;
  }
}
