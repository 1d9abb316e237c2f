/**
 * The best that one transaction a request can do: one round trip of a prepared statement, lock and load in two
 * statements, the same rows and the same event as the hub's ledger writes. The account must exist.
 */
export const createFunction = `
  CREATE FUNCTION hub.consume_alone(
    of_user uuid, with_key uuid, body_fingerprint text, for_action text, price int, catalogue int,
    correlation text, causation text, trace text, OUT answer text, OUT replayed boolean, OUT refused text
  ) LANGUAGE plpgsql SET search_path = hub AS $$
  DECLARE
    account accounts;
    stored idempotency_keys;
    one grants;
    at timestamptz;
    entry uuid := gen_random_uuid();
    missing int := price;
    part int;
    taken jsonb := '[]';
  BEGIN
    SELECT * INTO account FROM accounts WHERE user_id = of_user FOR UPDATE;
    at := date_trunc('milliseconds', greatest(clock_timestamp(), account.last_at));
    SELECT * INTO stored FROM idempotency_keys WHERE user_id = of_user AND key = with_key;
    IF FOUND THEN
      refused := CASE WHEN stored.fingerprint <> body_fingerprint THEN 'IDEMPOTENCY_KEY_REUSED' END;
      answer := stored.reply;
      replayed := true;
      RETURN;
    END IF;
    IF account.balance - account.held < price THEN
      refused := 'INSUFFICIENT_ENERGY';
      RETURN;
    END IF;
    account.version := account.version + 1;
    account.balance := account.balance - price;
    FOR one IN SELECT * FROM grants WHERE user_id = of_user AND NOT spent
               ORDER BY expires_at NULLS LAST, granted_at, id LOOP
      part := least(one.remaining, missing);
      UPDATE grants SET remaining = remaining - part WHERE id = one.id;
      taken := taken || jsonb_build_object('grantId', one.id, 'amount', part);
      missing := missing - part;
      EXIT WHEN missing = 0;
    END LOOP;
    answer := json_build_object('entryId', entry, 'action', for_action, 'cost', price, 'listCost', price,
      'balance', account.balance, 'available', account.balance - account.held, 'version', account.version)::text;
    replayed := false;
    UPDATE accounts SET version = account.version, balance = account.balance, last_at = at WHERE user_id = of_user;
    INSERT INTO entries (id, user_id, version, kind, action, amount, list_cost, grants, balance, occurred_at)
      VALUES (entry, of_user, account.version, 'consume', for_action, -price, price, taken, account.balance, at);
    INSERT INTO idempotency_keys (user_id, key, fingerprint, reply)
      VALUES (of_user, with_key, body_fingerprint, answer);
    INSERT INTO outbox (event_id, type, event_version, subject_user_id, subject_version, data,
                        actor_id, correlation_id, causation_id, traceparent, occurred_at)
      VALUES (gen_random_uuid(), 'EnergyConsumed', 1, of_user, account.version, json_build_object(
        'entryId', entry, 'action', for_action, 'cost', price, 'listCost', price, 'catalogueVersion', catalogue,
        'grants', taken, 'idempotencyKey', with_key, 'fingerprint', body_fingerprint,
        'balance', account.balance, 'held', account.held)::text,
        of_user, correlation, causation, trace, at);
  END $$`;

export const callFunction =
  'SELECT answer, replayed, refused FROM hub.consume_alone($1, $2, $3, $4, $5, $6, $7, $8, $9)';
