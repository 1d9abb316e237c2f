import { runTimeRole } from '#libs/persistence';

const role = runTimeRole('projector');

/**
 * Tables of builds that are kept in one part for each month (UTC) of a column. Constraints hold within a part; indexes
 * are the whole table's. Parts are made ahead by the projector, and joined on in a way that no reader waits for.
 */
export const monthlyTables = `
  CREATE OR REPLACE FUNCTION projector.make_monthly_table(name text, columns text[], month_column text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = projector, pg_temp AS $$
  BEGIN
    PERFORM projector.demand_plain(ARRAY[name], '^[a-z_]+_v[0-9]+$');
    PERFORM projector.demand_plain(columns, '^[a-z_]+ [a-z]+( NOT NULL)?$');
    PERFORM projector.demand_plain(ARRAY[month_column], '^[a-z_]+$');
    EXECUTE format('CREATE TABLE projector.%I (%s) PARTITION BY RANGE (%I)', name, array_to_string(columns, ', '), month_column);
    PERFORM projector.fix_rows(name);
  END $$;

  CREATE OR REPLACE FUNCTION projector.fix_rows(name text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON projector.%I
      FOR EACH STATEMENT EXECUTE FUNCTION projector.refuse_change()', name || '_append_only', name);
  END $$;

  CREATE OR REPLACE FUNCTION projector.make_month(name text, month date, constraints text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = projector, pg_temp AS $$
  DECLARE
    part text := name || to_char(month, '_YYYYMM');
    one text;
  BEGIN
    PERFORM projector.demand_plain(ARRAY[name], '^[a-z_]+_v[0-9]+$');
    PERFORM projector.demand_plain(constraints, '^(PRIMARY KEY|UNIQUE|UNIQUE NULLS NOT DISTINCT) \\([a-z_]+(, [a-z_]+)*\\)$');
    IF to_regclass('projector.' || quote_ident(part)) IS NOT NULL THEN RETURN; END IF;
    EXECUTE format('CREATE TABLE projector.%I (LIKE projector.%I)', part, name);
    IF EXISTS (SELECT FROM projector.builds WHERE name = ANY (tables) AND indexed_at IS NOT NULL) THEN
      FOREACH one IN ARRAY constraints LOOP
        EXECUTE format('ALTER TABLE projector.%I ADD %s', part, one);
      END LOOP;
    END IF;
    PERFORM projector.fix_rows(part);
    -- Attached, and not made as a part at once: that would wait for every reader, and every reader for it.
    EXECUTE format('ALTER TABLE projector.%I ATTACH PARTITION projector.%I FOR VALUES FROM (%L) TO (%L)', name, part,
      to_char(month, 'YYYY-MM-DD "00:00+00"'), to_char(month + interval '1 month', 'YYYY-MM-DD "00:00+00"'));
  EXCEPTION
    -- An earlier part holds this month already.
    WHEN invalid_object_definition THEN RETURN;
  END $$;

  CREATE OR REPLACE FUNCTION projector.index_monthly_table(name text, constraints text[], indexes text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = projector, pg_temp AS $$
  DECLARE part regclass; one text;
  BEGIN
    PERFORM projector.demand_plain(constraints, '^(PRIMARY KEY|UNIQUE|UNIQUE NULLS NOT DISTINCT) \\([a-z_]+(, [a-z_]+)*\\)$');
    FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = ('projector.' || quote_ident(name))::regclass LOOP
      FOREACH one IN ARRAY constraints LOOP
        EXECUTE format('ALTER TABLE %s ADD %s', part, one);
      END LOOP;
    END LOOP;
    PERFORM projector.index_build_table(name, '{}', indexes);
  END $$;

  REVOKE EXECUTE ON FUNCTION projector.make_monthly_table, projector.fix_rows, projector.make_month,
    projector.index_monthly_table FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION projector.make_monthly_table, projector.make_month, projector.index_monthly_table TO ${role};
`;
